#!/bin/bash
# A throw-away PostgreSQL for the scripts of this folder.
#   postgres.sh start FOLDER PORT   makes a cluster with the user and database crm (password in FOLDER/password)
#   postgres.sh stop FOLDER [MODE]  fast, or immediate as in a crash
#   postgres.sh again FOLDER PORT   starts it after a stop
set -euo pipefail
folder=$2
bin=${POSTGRES_BIN:-}
for place in "$bin" /usr/local/bin /usr/lib/postgresql/*/bin; do
    if [ -n "$place" ] && [ -x "$place/initdb" ]; then
        bin=$place
        break
    fi
done
[ -n "$bin" ] || { echo "no PostgreSQL found; set POSTGRES_BIN to the folder of initdb" >&2; exit 1; }

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME=/tmp "$@"
    else
        "$@"
    fi
}

run() { # PORT
    as_owner "$bin/pg_ctl" -D "$folder/cluster" -w -l "$folder/postgres.log" \
        -o "-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder" start > /dev/null
}

case $1 in
    start)
        port=$3
        mkdir -p "$folder"
        (umask 077 && head -c 24 /dev/urandom | base64 | tr -d '/+=\n' > "$folder/password")
        [ "$(id -u)" != 0 ] || chown -R nobody:nogroup "$folder"
        as_owner "$bin/initdb" -D "$folder/cluster" -U crm --auth=scram-sha-256 --pwfile="$folder/password" -E UTF8 > "$folder/initdb.log"
        # Some packages bring neither createdb nor psql.
        echo 'create database crm' | as_owner "$bin/postgres" --single -D "$folder/cluster" postgres > "$folder/create.log"
        run "$port"
        ;;
    again)
        run "$3"
        ;;
    stop)
        as_owner "$bin/pg_ctl" -D "$folder/cluster" -m "${3:-fast}" -w stop > /dev/null
        ;;
esac

#!/bin/bash
# A server whose PostgreSQL is stopped in the middle (pg_ctl stop -m immediate), stays away and comes back: what people are
# told meanwhile and how fast, that no threads pile up, and how long it takes until everything works again.
#   database-away.sh [WORK_FOLDER]       SECONDS_AWAY: 60
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../target/crm-server/crm-server.jar
work=${1:-$(mktemp -d)}
base=${PORT_BASE:-8280}
away=${SECONDS_AWAY:-60}
token=a-token-of-the-database-away-0123456789abc
door=http://127.0.0.1:$base
say() { echo "[$(date -u +%T)] $*"; }
fail() { say "FAILED: $*"; exit 1; }

mkdir -p "$work"
chmod 711 "$work"
(umask 077 && printf 'admin.email=joana@serra.example\nadmin.password=trombone sails nine lakes\napi.token=%s\n' $token > "$work/provision")
"$here/postgres.sh" start "$work/postgres" $((base + 3))
export CRM_DB_DRIVER=org.postgresql.Driver CRM_DB_URL=jdbc:postgresql://127.0.0.1:$((base + 3))/crm CRM_DB_USER=crm
CRM_DB_PASSWORD=$(cat "$work/postgres/password")
export CRM_DB_PASSWORD CRM_HTTP_ADDRESS=127.0.0.1 CRM_API_CALLS_PER_MINUTE=60000 CRM_DB_STATEMENT_SECONDS=5
export CRM_JAVA_OPTIONS="${CRM_JAVA_OPTIONS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx700m}"
: > "$work/out"
java -Xmx64m -jar "$jar" --port "$base" --data "$work/data" --provision "$work/provision" > "$work/out" 2>&1 &
pid=$!
stop() {
    kill $pid 2> /dev/null || true
    wait 2> /dev/null || true
    "$here/postgres.sh" stop "$work/postgres" > /dev/null 2>&1 || true
}
trap stop EXIT
until grep -q 'CRM ready' "$work/out"; do
    kill -0 $pid 2> /dev/null || { cat "$work/out"; fail "the server does not start"; }
    sleep 0.5
done

ask() { curl -s -o "$work/answer" -w '%{http_code} %{time_total}' -m 60 "$@"; }
api() { ask -H "Authorization: Bearer $token" "$door/backoffice/api/v1/$1" "${@:2}"; }
create() { api customers -H 'Content-Type: application/json' -H "Idempotency-Key: $1" -d "{\"kind\":\"ORGANISATION\",\"name\":\"$1\"}"; }
threads() { curl -s "$door/backoffice/metrics" | sed -n 's/^crm_threads //p'; }
expect() { # WHAT STATUS MOST_SECONDS ANSWER
    say "   $1: $4"
    [ "${4%% *}" = "$2" ] || fail "$1 answered $4 instead of $2: $(head -c 300 "$work/answer")"
    awk -v t="${4#* }" -v m="$3" 'BEGIN { exit !(t < m) }' || fail "$1 took longer than $3 s"
}

say "1. before"
expect "a customer" 201 30 "$(create Before)"
calm=$(threads)

say "2. PostgreSQL is stopped for $away seconds"
"$here/postgres.sh" stop "$work/postgres" immediate
end=$(($(date +%s) + away))
expect "the same customer again" 503 5 "$(create During)"
while [ "$(date +%s)" -lt $end ]; do
    expect "the list of customers" 503 5 "$(api customers)"
    expect "the form of the portal" 200 5 "$(ask "$door/portal/signin")"
    expect "ready" 503 6 "$(ask "$door/backoffice/ready")"
    expect "health" 200 5 "$(ask "$door/backoffice/health")"
    sleep 5
done
now=$(threads)
say "   threads: $calm before, $now now"
[ "$now" -lt $((calm + 60)) ] || fail "threads pile up"

say "3. PostgreSQL is back"
"$here/postgres.sh" again "$work/postgres" $((base + 3))
begun=$(date +%s)
until [ "$(ask "$door/backoffice/ready" | cut -d' ' -f1)" = 200 ]; do
    [ $(($(date +%s) - begun)) -lt 30 ] || fail "not ready 30 seconds later"
    sleep 0.5
done
say "   ready after $(($(date +%s) - begun)) s"
expect "the list of customers" 200 10 "$(api customers)"
expect "what could not be saved" 201 10 "$(create During)"
expect "what was saved" 201 10 "$(create Before)"
for name in Before During; do
    api "customers?q=$name" > /dev/null
    [ "$(grep -o "\"name\":\"$name\"" "$work/answer" | wc -l)" = 1 ] || fail "$name is there $(grep -o "$name" "$work/answer" | wc -l) times"
done
say "each customer is there once"

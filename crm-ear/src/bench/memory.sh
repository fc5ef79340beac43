#!/bin/bash
# Thirty exports of all customers asked for at once on a server with little memory: they are taken or told to wait, and
# made a few at a time, and everybody else is answered meanwhile.
#   memory.sh [WORK_FOLDER]       CUSTOMERS: 100000, HEAP: 512m
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../target/crm-server/crm-server.jar
work=${1:-$(mktemp -d)}
port=${PORT_BASE:-8290}
customers=${CUSTOMERS:-100000}
token=a-token-of-the-little-memory-0123456789abc
api=http://127.0.0.1:$port/backoffice/api/v1
say() { echo "[$(date -u +%T)] $*"; }
fail() { say "FAILED: $*"; exit 1; }

mkdir -p "$work/answers"
say "making $customers customers"
[ -d "$work/data/db" ] || java -jar "$jar" generate --data "$work/data" --customers "$customers" --until 2026-06-30 > "$work/generate.log" \
    || { cat "$work/generate.log"; fail "no customers"; }
(umask 077 && printf 'admin.email=joana@serra.example\nadmin.password=trombone sails nine lakes\napi.token=%s\n' $token > "$work/provision")
export CRM_HTTP_ADDRESS=127.0.0.1 CRM_API_CALLS_PER_MINUTE=60000 CRM_BACKUP_AT=never
export CRM_JAVA_OPTIONS="-Xmx${HEAP:-512m} -XX:+ExitOnOutOfMemoryError"
: > "$work/out"
java -Xmx64m -jar "$jar" --port "$port" --data "$work/data" --provision "$work/provision" > "$work/out" 2>&1 &
pid=$!
stop() {
    kill $pid 2> /dev/null || true
    wait 2> /dev/null || true
}
trap stop EXIT
until grep -q 'CRM ready' "$work/out"; do
    kill -0 $pid 2> /dev/null || { cat "$work/out"; fail "the server does not start"; }
    sleep 0.5
done
call() { curl -sS -m 120 -H "Authorization: Bearer $token" "$@"; }
ask() { # NUMBER
    call -o "$work/answers/$1" -w "%{http_code}\n" -H 'Content-Type: application/json' \
        -d '{"kind":"customers","format":"xlsx"}' "$api/exports"
}

say "thirty exports at once"
for i in $(seq 30); do ask "$i" > "$work/answers/$i.code" & asked[i]=$!; done
wait "${asked[@]}"
say "   $(cat "$work"/answers/*.code | sort | uniq -c | awk '{ printf "%s x %s  ", $2, $1 }')"
[ "$(cat "$work"/answers/*.code | grep -cv '^202$\|^429$')" = 0 ] || fail "something else than taken or too many: $(head -c 300 "$work"/answers/[0-9])"
taken=$(cat "$work"/answers/*.code | grep -c '^202$' || true)
[ "$taken" -ge 1 ] || fail "none was taken"
# three may be open; a fourth only when one was made meanwhile
[ "$taken" -le 5 ] || fail "$taken were taken"

say "others, while the exports are made"
made=0
slowest=0
for file in "$work"/answers/*.code; do
    [ "$(cat "$file")" = 202 ] || continue
    id=$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' "${file%.code}")
    for _ in $(seq 3600); do
        took=$(call -o "$work/list" -w '%{http_code} %{time_total}' "$api/customers?limit=25")
        [ "${took% *}" = 200 ] || fail "the list of customers answered $took"
        slowest=$(awk -v a="$slowest" -v b="${took#* }" 'BEGIN { print (a > b ? a : b) }')
        state=$(call "$api/exports/$id" | sed -n 's/.*"state":"\([^"]*\)".*/\1/p')
        case $state in COMPLETED) made=$((made + 1)); break ;; FAILED | '') fail "export $id is $state" ;; esac
        sleep 0.5
    done
done
say "   $made exports made, the slowest list took $slowest s"
awk -v s="$slowest" 'BEGIN { exit !(s < 10) }' || fail "others were held up"
! grep -q OutOfMemoryError "$work"/data/logs/server.log* "$work/out" || fail "out of memory"
kill -0 $pid || fail "the server is gone"
[ "$(curl -s "http://127.0.0.1:$port/backoffice/ready")" = UP ] || fail "not ready"
say "done"

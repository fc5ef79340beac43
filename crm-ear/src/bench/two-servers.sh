#!/bin/bash
# Two servers on one PostgreSQL and one folder of files: what one writes the other reads at once, a job runs on one of them
# only, and when that one is killed the other finishes it, exactly.
#   two-servers.sh [WORK_FOLDER]       LINES: purchases of the import that is killed, 30000
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../target/crm-server/crm-server.jar
work=${1:-$(mktemp -d)}
base=${PORT_BASE:-8270}
lines=${LINES:-30000}
token=a-token-of-the-two-servers-0123456789abcdef
say() { echo "[$(date -u +%T)] $*"; }
fail() { say "FAILED: $*"; exit 1; }

mkdir -p "$work/files"
chmod 711 "$work"
chmod 700 "$work/files"
(umask 077 && printf 'admin.email=joana@serra.example\nadmin.password=trombone sails nine lakes\napi.token=%s\n' $token > "$work/provision")

"$here/postgres.sh" start "$work/postgres" $((base + 3))
export CRM_DB_DRIVER=org.postgresql.Driver CRM_DB_URL=jdbc:postgresql://127.0.0.1:$((base + 3))/crm CRM_DB_USER=crm
CRM_DB_PASSWORD=$(cat "$work/postgres/password")
export CRM_DB_PASSWORD CRM_FILES_DIR=$work/files CRM_HTTP_ADDRESS=127.0.0.1 CRM_API_CALLS_PER_MINUTE=60000
export CRM_JAVA_OPTIONS="${CRM_JAVA_OPTIONS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx700m}"

declare -A pid
start() { # NAME PORT
    java -Xmx64m -jar "$jar" --port "$2" --data "$work/$1" --provision "$work/provision" > "$work/$1.out" 2>&1 &
    pid[$1]=$!
    for _ in $(seq 1200); do
        grep -q 'CRM ready' "$work/$1.out" && return 0
        kill -0 "${pid[$1]}" 2> /dev/null || { cat "$work/$1.out"; fail "server $1 does not start"; }
        sleep 0.5
    done
    fail "server $1 is not ready"
}
stop() {
    for name in "${!pid[@]}"; do kill "${pid[$name]}" 2> /dev/null || true; done
    wait 2> /dev/null || true
    "$here/postgres.sh" stop "$work/postgres" || true
}
trap stop EXIT
api() { # PORT PATH [curl arguments]
    local port=$1 path=$2
    shift 2
    curl -sS -H "Authorization: Bearer $token" "$@" "http://127.0.0.1:$port/backoffice/api/v1/$path"
}
value() { grep -o "\"$1\":[^,}]*" | head -1 | cut -d: -f2- | tr -d '"'; }

say "starting server a, then server b"
start a "$base"
start b $((base + 1))
for port in "$base" $((base + 1)); do
    [ "$(curl -s "http://127.0.0.1:$port/backoffice/ready")" = UP ] || fail "$port is not ready"
done

say "1. a customer made at a, read and changed at b, read at a"
id=$(api "$base" customers -H 'Content-Type: application/json' -d '{"kind":"ORGANISATION","name":"Two Doors Ltd"}' | value id)
tag=$(api $((base + 1)) "customers/$id" -D - -o /dev/null | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
[ -n "$tag" ] || fail "b does not know customer $id"
code=$(api $((base + 1)) "customers/$id" -X PATCH -H "If-Match: $tag" -H 'Content-Type: application/merge-patch+json' -d '{"name":"Three Doors Ltd"}' -o "$work/patched" -w '%{http_code}')
api "$base" "customers/$id" | grep -q 'Three Doors Ltd' || fail "a still shows the old name (change answered $code: $(cat "$work/patched"))"
say "   a shows what b wrote"

say "2. an import of $lines purchases, and the server that runs it is killed"
awk -v n="$lines" 'BEGIN { for (i = 0; i < n; i++) printf "%05d %d 2024%02d%02d %d %d.%02d\n", i, 1 + i % 2000, 1 + i % 12, 1 + int(i / 2000) % 28, 1 + i % 5, 10 + i % 90, i % 100 }' > "$work/purchases.txt"
profile='{"header":false,"delimiter":"whitespace","columns":{"customerRef":2,"purchasedAt":3,"quantity":4,"amount":5},"dateFormat":"yyyyMMdd","currency":"BRL","createMissingCustomers":true}'
job=$(api "$base" imports -F kind=purchases -F "profile=$profile" -F "file=@$work/purchases.txt;type=text/plain" | value id)
[ -n "$job" ] || fail "the import was not taken"
for _ in $(seq 2400); do
    progress=$(api $((base + 1)) "imports/$job" | value progress)
    case $progress in 0 | 0.0 | '') sleep 0.25 ;; *) break ;; esac
done
say "   at $progress: kill -9 of a"
pkill -9 -P "${pid[a]}" || true
kill -9 "${pid[a]}" 2> /dev/null || true
killed=$(date +%s)
before=$(api $((base + 1)) "imports/$job" | value progress)
for _ in $(seq 600); do
    now=$(api $((base + 1)) "imports/$job" | value progress)
    [ "$now" = "$before" ] || break
    sleep 0.5
done
say "   b goes on after $(($(date +%s) - killed)) s, from $before"
for _ in $(seq 2400); do
    answer=$(api $((base + 1)) "imports/$job")
    [ "$(echo "$answer" | value finishedAt)" = null ] || break
    sleep 0.5
done
say "   state $(echo "$answer" | value state), read $(echo "$answer" | value read), created $(echo "$answer" | value created)"
[ "$(echo "$answer" | value created)" = "$lines" ] || fail "not every purchase exactly once"

say "3. the same file again at b: nothing is new"
again=$(api $((base + 1)) imports -F kind=purchases -F "profile=$profile" -F "file=@$work/purchases.txt;type=text/plain" | value id)
for _ in $(seq 2400); do
    answer=$(api $((base + 1)) "imports/$again")
    [ "$(echo "$answer" | value finishedAt)" = null ] || break
    sleep 0.5
done
say "   unchanged $(echo "$answer" | value unchanged), created $(echo "$answer" | value created)"
[ "$(echo "$answer" | value unchanged)" = "$lines" ] || fail "the second import changed something"
say "done"

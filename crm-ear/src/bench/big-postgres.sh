#!/bin/bash
# Many customers, and three conversations of each, on a PostgreSQL of its own; then sixteen people read lists (the first page,
# filtered, deep pages) and search at the same time. Fails when the 95th percentile of a page is above two seconds.
#   big-postgres.sh [WORK_FOLDER]       after ./mvnw -B package
#   CUSTOMERS: 1000000, PURCHASES: as many, READERS: 16, MINUTES: 5, PAUSE of a reader: 1000 ms, LIMIT: 2000 ms, OPTIONS of the server's JVM: -Xmx2g
# A folder that was filled before is used again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../target
work=${1:-$(mktemp -d)}
port=${PORT_BASE:-8295}
customers=${CUSTOMERS:-1000000}
say() { echo "[$(date -u +%T)] $*"; }

mkdir -p "$work"
chmod 711 "$work"
if [ -d "$work/postgres/cluster" ]; then
    "$here/postgres.sh" again "$work/postgres" "$port"
else
    "$here/postgres.sh" start "$work/postgres" "$port"
fi
trap '"$here/postgres.sh" stop "$work/postgres" > /dev/null 2>&1 || true' EXIT
export CRM_DB_DRIVER=org.postgresql.Driver CRM_DB_URL=jdbc:postgresql://127.0.0.1:$port/crm CRM_DB_USER=crm
CRM_DB_PASSWORD=$(cat "$work/postgres/password")
export CRM_DB_PASSWORD
if [ ! -f "$work/generated" ]; then
    say "making $customers customers"
    java -jar "$target/crm-server/crm-server.jar" generate --data "$work/data" --customers "$customers" \
        --purchases "${PURCHASES:-$customers}" --interactions $((3 * customers)) --until 2026-06-30 | tail -1 | tee "$work/told"
    mv "$work/told" "$work/generated"
fi
say "${READERS:-16} readers for ${MINUTES:-5} minutes"
java -Dcrm.server.directory="$target/crm-server" -Dreaders.folder="$work" -Dreaders.customers="$customers" \
    -Dreaders.number="${READERS:-16}" -Dreaders.minutes="${MINUTES:-5}" -Dreaders.pause="${PAUSE:-1000}" \
    -Dreaders.limit="${LIMIT:-2000}" \
    -Dreaders.options="${OPTIONS:--Xmx2g}" -cp "$(cat "$target/tests.classpath")" org.vinculo.crm.bench.Readers

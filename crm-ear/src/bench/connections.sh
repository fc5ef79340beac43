#!/bin/bash
# Ten thousand requests of every kind, half of them refused; then the pool says whether every connection was given back.
#   connections.sh [WORK_FOLDER]       after ./mvnw -B package; REQUESTS: 10000, PEOPLE: 8
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../target
exec java -Dcrm.server.directory="$target/crm-server" -Dconnections.folder="${1:-$(mktemp -d)}" \
    -Dconnections.requests="${REQUESTS:-10000}" -Dconnections.people="${PEOPLE:-8}" \
    -cp "$(cat "$target/tests.classpath")" org.vinculo.crm.bench.Connections

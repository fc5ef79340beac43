#!/bin/bash
# Imports of ten thousand lines in a server that is killed (kill -9) at twenty random points, while programs write
# customers; after each kill and in the end the database is asked whether it holds what it must. The seed is printed.
#   killed.sh [WORK_FOLDER]       after ./mvnw -B package; SEED, KILLS: 20, LINES: 10000
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../target
exec java -Dcrm.server.directory="$target/crm-server" -Dkilled.folder="${1:-$(mktemp -d)}" \
    -Dkilled.seed="${SEED:-$(date +%s)}" -Dkilled.kills="${KILLS:-20}" -Dkilled.lines="${LINES:-10000}" \
    -cp "$(cat "$target/tests.classpath")" org.vinculo.crm.it.fault.ManyKills

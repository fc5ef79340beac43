#!/bin/bash
# Sixteen people on the built server for two hours: errors, 95th percentile and heap of every minute, also in
# target/bench/soak.md; in the end what grew from the first half to the second (heap, threads, files, times).
#   soak.sh [MINUTES] [USERS] [CUSTOMERS]       after ./mvnw -B package
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
exec ./mvnw -B -ntp -Pbench -Dquick -pl crm-ear -am integration-test -Dbench.program=org.vinculo.crm.bench.Soak \
    -Dsoak.minutes="${1:-120}" -Dsoak.users="${2:-16}" -Dsoak.customers="${3:-10000}"

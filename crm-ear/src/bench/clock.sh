#!/bin/bash
# The built server at moments that clocks get wrong (both changes of summer time, the end of a year, the 29th of February, a
# clock that is set back by an hour), with libfaketime: what repeats keeps its time, everybody is reminded once, what was
# ended or too old stays so, days are those of the people. What is not as it must be begins with WRONG.
#   clock.sh [WORK_FOLDER]       after ./mvnw -B package; FAKETIME_LIBRARY: where libfaketimeMT.so.1 is
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../target
work=${1:-$(mktemp -d)}
library=${FAKETIME_LIBRARY:-}
for place in "$library" /usr/lib/*/faketime/libfaketimeMT.so.1 /usr/local/lib/faketime/libfaketimeMT.so.1; do
    if [ -n "$place" ] && [ -f "$place" ]; then
        library=$place
        break
    fi
done
[ -f "$library" ] || { echo "no libfaketime found; install faketime or set FAKETIME_LIBRARY" >&2; exit 1; }
exec java -Dcrm.server.directory="$target/crm-server" -Dclock.folder="$work" -Dclock.library="$library" \
    -cp "$(cat "$target/tests.classpath")" org.vinculo.crm.bench.OddMoments

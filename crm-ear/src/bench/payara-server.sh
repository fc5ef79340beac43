#!/bin/bash
# crm.ear on an unmodified Payara Server: takes the distribution from Maven Central, makes a domain, deploys, asks both
# doors and opens them in a browser. Needs what ./mvnw -B package -DskipTests builds, a PostgreSQL to start (see
# postgres.sh) and Chromium.
#   payara-server.sh [WORK_FOLDER]      KEEP=1 leaves the domain running
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
product=$here/../../target/crm-server
work=${1:-$(mktemp -d)}
version=6.2025.10
base=${PORT_BASE:-28190}
http=$((base + 80))
database=$((base + 33))
zip=$HOME/.m2/repository/fish/payara/distributions/payara/$version/payara-$version.zip
say() { echo "[$(date -u +%T)] $*"; }

mkdir -p "$work"
chmod 711 "$work"
if [ ! -f "$zip" ]; then
    zip=$work/payara.zip
    central=https://repo.maven.apache.org/maven2/fish/payara/distributions/payara/$version/payara-$version.zip
    curl -fsSo "$zip" "$central"
    echo "$(curl -fsS "$central.sha1")  $zip" | sha1sum -c --quiet
fi
say "unpacking $zip"
unzip -q -d "$work" "$zip"
asadmin() { "$work/payara6/bin/asadmin" --interactive=false --port $((base + 48)) "$@"; }

stop() {
    [ -z "${KEEP:-}" ] || return 0
    "$work/payara6/bin/asadmin" stop-domain --kill=true crm > /dev/null 2>&1 || true
    "$here/postgres.sh" stop "$work/postgres" > /dev/null 2>&1 || true
}
trap stop EXIT
"$here/postgres.sh" start "$work/postgres" $database

say "1. a domain, with the driver and the small jar of the launcher in its lib"
"$work/payara6/bin/asadmin" --interactive=false create-domain --nopassword --portbase $base crm > "$work/create.log"
domain=$work/payara6/glassfish/domains/crm
cp "$product"/drivers/postgresql-*.jar "$domain/lib/"
cp "$product/crm-server.jar" "$domain/lib/crm-launcher.jar"
"$work/payara6/bin/asadmin" --interactive=false start-domain crm > "$work/start.log"

say "2. settings: the database and its password, the data folder, the address that people type"
mkdir -p "$work/data"
chmod 700 "$work/data"
(umask 077 && echo "AS_ADMIN_ALIASPASSWORD=$(cat "$work/postgres/password")" > "$work/alias")
asadmin --passwordfile "$work/alias" create-password-alias crm.db.password
rm "$work/alias"
set_property() { asadmin set-config-property --source=domain --propertyName="$1" --propertyValue="$2" > /dev/null; }
set_property crm.db.driver org.postgresql.Driver
set_property crm.db.url "jdbc:postgresql://127.0.0.1:$database/crm"
set_property crm.db.user crm
set_property crm.data.dir "$work/data"
set_property crm.base.url "http://localhost:$http"

say "3. what the launcher sets on Payara Micro"
unzip -p "$product/crm-server.jar" org/vinculo/crm/launcher/pre-boot.txt org/vinculo/crm/launcher/post-boot.txt \
    | grep -v '^#' | sed -e 's/{address}/127.0.0.1/' -e 's/\.http-listener\./.http-listener-1./g' > "$work/commands.txt"
asadmin multimode --file "$work/commands.txt" > "$work/commands.log" 2>&1
asadmin create-jvm-options -Duser.timezone=UTC > /dev/null
asadmin set-hazelcast-configuration --enabled=false > /dev/null
"$work/payara6/bin/asadmin" --interactive=false restart-domain crm > /dev/null

say "4. the application"
asadmin deploy --name crm "$product/crm.ear" > "$work/deploy.log" 2>&1 || { cat "$work/deploy.log"; tail -50 "$domain/logs/server.log"; exit 1; }

say "5. both doors"
for door in backoffice portal; do
    answer=$(curl -s -o "$work/$door.html" -w '%{http_code}' -L "http://localhost:$http/$door/")
    say "/$door/ answers $answer"
    [ "$answer" = 200 ]
done
link=$(grep -ho 'Set-up link: [^] ]*' "$domain/logs/server.log" | tail -1 | cut -d ' ' -f 3)
[ -n "$link" ] || { say "no set-up link in the log"; exit 1; }

say "6. both doors in a browser"
java -Dcrm.test.server="http://localhost:$http" -cp "$(cat "$here/../../target/tests.classpath")" \
    org.vinculo.crm.it.browser.BothDoors "$link"
say "done: http://localhost:$http/backoffice/ (domain in $domain)"

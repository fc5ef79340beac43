package org.vinculo.crm.launcher;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command line, as settings. */
record Options(Map<String, String> settings, boolean help) {
    static final String HELP = """
            Usage: java [JVM options] -jar crm-server.jar [options]
                   java -jar crm-server.jar backup --data DIR [--to FOLDER]
                   java -jar crm-server.jar restore --from BACKUP --data DIR
                   java -jar crm-server.jar move --data DIR --to jdbc:postgresql://HOST/DATABASE

              --port PORT        HTTP port, default 8080
              --data DIR         data folder, default ./crm-data; made if it does not exist
              --demo             loads a demo company; only reachable from this machine
              --provision FILE   first administrator and API token from a properties file
                                 (admin.email, admin.password, api.token) instead of the set-up link;
                                 the file must be readable by its owner only
              --help             shows this text

            backup copies database and files to FOLDER (default: backups in the data folder) while the server
            runs or not; restore puts such a copy into an empty data folder, or into the empty database that
            crm.db.url names; move carries a stopped installation from Derby to an empty PostgreSQL database
            and asks for its user and password, or takes them from CRM_TO_USER and CRM_TO_PASSWORD.

            java -jar crm-server.jar generate [--data DIR] --customers N [--purchases M] [--interactions K] [--seed S]
            [--until DAY] fills the database with made-up data instead of starting a server: ten purchases and five
            conversations per customer unless said otherwise, the same for the same numbers and day.

            Settings can also be given as system properties before -jar (-Dcrm.db.url=...), as environment
            variables (CRM_DB_URL=...) or in the file crm.properties of the data folder:

              crm.http.address   address to listen on, default all addresses (with --demo: 127.0.0.1)
              crm.base.url       how users reach the server, for links in mails, default http://localhost:PORT
              crm.db.url         JDBC address, default an embedded Derby database in the data folder;
                                 for PostgreSQL jdbc:postgresql://HOST/DATABASE
              crm.db.user, crm.db.password
              crm.upload.max-mb  largest upload in MB, default 100
              CRM_JAVA_OPTIONS   (environment only) more options for the server's JVM

            JVM options before -jar apply to the server. Its log is logs/server.log in the data folder.""";

    private static final Map<String, String> WITH_VALUE =
            Map.of("--port", Setting.PORT, "--data", Setting.DATA, "--provision", Setting.PROVISION);

    static Options parse(List<String> arguments) throws StartFailure {
        Map<String, String> settings = new TreeMap<>();
        boolean help = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (WITH_VALUE.containsKey(name)) {
                String value = equals >= 0 ? argument.substring(equals + 1) : rest.hasNext() ? rest.next() : "";
                if (value.isBlank() || value.startsWith("--")) {
                    throw StartFailure.usage("Option " + name + " needs a value.");
                }
                settings.put(WITH_VALUE.get(name), value);
            } else if (argument.equals("--demo")) {
                settings.put(Setting.DEMO, "true");
            } else if (argument.equals("--help") || argument.equals("-h")) {
                help = true;
            } else {
                throw StartFailure.usage("Unknown option " + argument + ".");
            }
        }
        return new Options(Map.copyOf(settings), help);
    }

    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}

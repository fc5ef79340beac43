package org.vinculo.crm.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command line, as settings. */
record Options(Map<String, String> settings, boolean help) {
    private static final Map<String, String> WITH_VALUE =
            Map.of("--port", Setting.PORT, "--data", Setting.DATA, "--provision", Setting.PROVISION);

    /** What the command line understands, for people. */
    static String usage() {
        try (InputStream in = Options.class.getResourceAsStream("help.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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

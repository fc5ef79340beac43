package org.vinculo.crm.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Fills a database with made-up customers, purchases and conversations; no server runs meanwhile. */
final class GenerateCommand {

    static final String NAME = "generate";

    private static final String CLASS = "org.vinculo.crm.demo.Generate";
    private static final Map<String, String> NUMBERS = Map.of(
            "--customers", "customers", "--purchases", "purchases", "--interactions", "interactions", "--seed", "seed");
    private static final Logger QUIET = Logger.getLogger("org.flywaydb");
    private static final int LONGEST_NUMBER = 9;

    /** Half of the memory for the keys of about a dozen indexes. */
    private static final long MEMORY_FOR_A_KEY = 8192;

    private final Path installation;
    private final Terminal terminal;

    GenerateCommand(Path installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    void run(List<String> arguments) throws StartFailure {
        Map<String, String> wanted = new HashMap<>();
        wanted.put("customers", "1000");
        wanted.put("seed", "1");
        wanted.put("until", LocalDate.now(ZoneOffset.UTC).toString());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (!NUMBERS.containsKey(name) && !"--until".equals(name)) {
                others.add(name);
                continue;
            }
            String value = i + 1 < arguments.size() ? arguments.get(++i) : "";
            wanted.put(name.substring("--".length()), "--until".equals(name) ? day(value) : number(name, value));
        }
        long customers = Long.parseLong(wanted.get("customers"));
        wanted.putIfAbsent("purchases", String.valueOf(customers * 10));
        wanted.putIfAbsent("interactions", String.valueOf(customers * 5));
        Configuration configuration = Configuration.of(Options.parse(others), System.getenv());
        wanted.put("url", configuration.databaseUrl());
        wanted.put("user", configuration.databaseUser());
        wanted.put("password", configuration.databasePassword());
        DataFolder folder = new DataFolder(configuration.data());
        // Rows wait in files before Derby takes them: beside the data, where the next start removes what a kill left.
        System.setProperty("java.io.tmpdir", folder.temporary().toString());
        folder.create();
        folder.lock();
        folder.emptyTemporary();
        Database.logInto(folder.logs());
        System.setProperty("derby.storage.pageCacheSize", "20000");
        // Derby sorts the keys of all indexes of a table at once and by default gives each a megabyte, so that most of
        // the
        // time goes into merging files.
        System.setProperty(
                "derby.storage.sortBufferMax",
                Long.toString(Runtime.getRuntime().maxMemory() / MEMORY_FOR_A_KEY));
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        QUIET.setLevel(Level.SEVERE);
        try {
            generate(folder, wanted);
        } finally {
            if (configuration.derby()) {
                Database.stopDerby();
            }
        }
    }

    private static String number(String name, String value) throws StartFailure {
        if (!value.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            throw StartFailure.usage("Option " + name + " needs a number.");
        }
        return value;
    }

    private static String day(String value) throws StartFailure {
        try {
            return LocalDate.parse(value).toString();
        } catch (DateTimeException e) {
            throw StartFailure.usage("Option --until needs a day such as 2026-01-31.");
        }
    }

    private void generate(DataFolder folder, Map<String, String> wanted) throws StartFailure {
        Consumer<String> tell = terminal::say;
        try (URLClassLoader application = new URLClassLoader(classes(folder), GenerateCommand.class.getClassLoader())) {
            application
                    .loadClass(CLASS)
                    .getMethod("run", Map.class, Consumer.class)
                    .invoke(null, wanted, tell);
        } catch (InvocationTargetException e) {
            throw new StartFailure(
                    "the data could not be written: " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw new StartFailure("the application cannot be read: " + e.getMessage(), e);
        }
    }

    private URL[] classes(DataFolder folder) throws IOException {
        Path application = UnpackedApplication.of(installation.resolve("crm.ear"), folder.runtime());
        List<URL> classes = new ArrayList<>();
        classes.add(application.resolve("crm-ejb_jar").toUri().toURL());
        try (Stream<Path> libraries = Files.list(application.resolve("lib"))) {
            for (Path library : libraries.sorted().toList()) {
                classes.add(library.toUri().toURL());
            }
        }
        return classes.toArray(URL[]::new);
    }
}

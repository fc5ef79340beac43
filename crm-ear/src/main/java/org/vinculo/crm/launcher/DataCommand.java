package org.vinculo.crm.launcher;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * {@code backup}, {@code restore} and {@code move}: work on a whole installation without a server, done by the
 * application's own classes in a class loader of their own. A server that runs on an embedded database is asked to make the
 * backup itself, by a file in the data folder.
 */
final class DataCommand {
    private static final Set<String> NAMES = Set.of("backup", "restore", "move");
    private static final String TOOL = "org.vinculo.crm.operations.DataTool";
    private static final long PATIENCE_MILLIS = 6L * 3600 * 1000;
    private static final long STEP_MILLIS = 500;

    private final Terminal terminal = new Terminal();
    private final Path installation;

    DataCommand(Path installation) {
        this.installation = installation;
    }

    static boolean isAskedBy(List<String> arguments) {
        return !arguments.isEmpty() && NAMES.contains(arguments.get(0));
    }

    int run(List<String> arguments) {
        String command = arguments.get(0);
        try {
            Map<String, String> own = new TreeMap<>();
            List<String> rest = new ArrayList<>();
            for (Iterator<String> given = arguments.subList(1, arguments.size()).iterator(); given.hasNext(); ) {
                String argument = given.next();
                if (argument.equals("--to") || argument.equals("--from")) {
                    if (!given.hasNext()) {
                        throw StartFailure.usage("Option " + argument + " needs a value.");
                    }
                    own.put(argument.substring(2), given.next());
                } else {
                    rest.add(argument);
                }
            }
            Options options = Options.parse(rest);
            if (options.help()) {
                terminal.say(Options.usage());
                return 0;
            }
            return run(command, own, Configuration.of(options, System.getenv()));
        } catch (StartFailure e) {
            terminal.fail(command, e.getMessage());
            return e.exitCode();
        }
    }

    private int run(String command, Map<String, String> own, Configuration configuration) throws StartFailure {
        DataFolder folder = new DataFolder(configuration.data());
        if (!command.equals("restore") && !Files.isDirectory(folder.root())) {
            throw new StartFailure("there is no data folder " + folder.root() + ".");
        }
        if (!command.equals("backup") && own.get(command.equals("move") ? "to" : "from") == null) {
            throw StartFailure.usage(command + " needs " + (command.equals("move") ? "--to." : "--from."));
        }
        prepare(folder);
        Map<String, String> given = new TreeMap<>(own);
        given.put("command", command);
        given.put("url", configuration.databaseUrl().replace(";create=true", ""));
        given.put("user", configuration.databaseUser());
        given.put("password", configuration.databasePassword());
        given.put("data", folder.root().toString());
        given.put("files", configuration.files().toString());
        if (command.equals("backup")) {
            given.put(
                    "to",
                    Path.of(own.getOrDefault("to", configuration.backups().toString()))
                            .toAbsolutePath()
                            .toString());
        }
        if (command.equals("move")) {
            given.put("to.user", secret("CRM_TO_USER", "User of " + own.get("to") + ": ", false));
            given.put("to.password", secret("CRM_TO_PASSWORD", "Password: ", true));
        }
        boolean embedded = configuration.derby();
        if (embedded || !command.equals("backup")) {
            try {
                folder.lock();
            } catch (StartFailure inUse) {
                if (command.equals("backup")) {
                    return askRunning(folder, given.get("to"));
                }
                throw inUse;
            }
        }
        try {
            return work(folder, given);
        } finally {
            if (embedded) {
                Database.stopDerby();
            }
        }
    }

    private static void prepare(DataFolder folder) throws StartFailure {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // A backup is restored on trial where there is room for it: beside the data.
        System.setProperty("java.io.tmpdir", folder.temporary().toString());
        System.setProperty("derby.storage.useDefaultFilePermissions", "false");
        System.setProperty("derby.system.home", folder.root().toString());
        Database.logInto(folder.logs());
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.WARNING);
        System.setProperty(ServerLog.FILE, folder.logs().resolve("commands.log").toString());
        folder.create();
        try {
            Files.createDirectories(folder.temporary());
        } catch (IOException e) {
            throw new StartFailure("the data folder " + folder.root() + " cannot be written to.", e);
        }
        Logger.getLogger("").addHandler(new ServerLog());
    }

    private String secret(String variable, String question, boolean hidden) throws StartFailure {
        String value = System.getenv(variable);
        if (value != null) {
            return value;
        }
        Console console = System.console();
        if (console == null) {
            throw new StartFailure("set " + variable + ", or run the command where it can ask.");
        }
        return hidden ? new String(console.readPassword(question)) : console.readLine(question);
    }

    private int work(DataFolder folder, Map<String, String> given) throws StartFailure {
        Path application;
        try {
            application = UnpackedApplication.of(installation.resolve("crm.ear"), folder.runtime());
        } catch (IOException e) {
            throw new StartFailure("the application cannot be unpacked into " + folder.runtime() + ": " + e, e);
        }
        Consumer<String> say = terminal::say;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader classes = new URLClassLoader(classes(application), DataCommand.class.getClassLoader())) {
            thread.setContextClassLoader(classes);
            Object refusal = classes.loadClass(TOOL)
                    .getMethod("run", Map.class, Consumer.class)
                    .invoke(null, given, say);
            if (refusal != null) {
                throw new StartFailure(refusal.toString());
            }
            return 0;
        } catch (InvocationTargetException e) {
            Server.LOG.log(Level.SEVERE, "The command failed", e.getCause());
            throw new StartFailure("unexpected " + e.getCause() + "; see the log in the data folder.", e);
        } catch (ReflectiveOperationException | IOException e) {
            throw new StartFailure("the application cannot be loaded: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classes(Path application) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(application.resolve("crm-ejb_jar")));
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(application.resolve("lib"), "*.jar")) {
            for (Path library : libraries) {
                urls.add(url(library));
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    /** Only one process may have an embedded database open: the server makes the backup and leaves its answer. */
    private int askRunning(DataFolder folder, String target) throws StartFailure {
        Path request = folder.root().resolve("backup.request");
        Path answer = folder.root().resolve("backup.answer");
        try {
            Files.deleteIfExists(answer);
            Files.writeString(request, target, StandardCharsets.UTF_8);
            for (long waited = 0; waited < PATIENCE_MILLIS; waited += STEP_MILLIS) {
                if (Files.exists(answer)) {
                    String said = Files.readString(answer, StandardCharsets.UTF_8);
                    Files.delete(answer);
                    if (!said.startsWith("done: ")) {
                        throw new StartFailure(said);
                    }
                    terminal.say("Backup: " + said.substring("done: ".length()));
                    return 0;
                }
                Thread.sleep(STEP_MILLIS);
            }
            Files.deleteIfExists(request);
            throw new StartFailure("the running server does not answer.");
        } catch (IOException e) {
            throw new StartFailure("the running server cannot be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted.", e);
        }
    }
}

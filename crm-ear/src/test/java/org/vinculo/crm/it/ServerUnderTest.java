package org.vinculo.crm.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runnable server of this build as a process of its own, on a free port of the loopback address.
 *
 * <pre>{@code
 * try (ServerUnderTest server = ServerUnderTest.prepare().start()) {
 *     server.backoffice().resolve("customers/list");
 * }
 * }</pre>
 *
 * A data folder that was not given is temporary and is deleted by {@link #close()}. The database is Derby in that folder,
 * or with {@code -Dcrm.test.database=postgresql} one of its own on PostgreSQL.
 */
public final class ServerUnderTest implements AutoCloseable {
    public static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final Pattern READY = Pattern.compile("CRM ready: (\\S+) (\\S+)");
    private static final List<String> JVM_FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g");
    private static ServerUnderTest sharedDemo;

    private final Plan plan;
    private Process process;
    private Output out;
    private Output err;
    private URI backoffice;
    private URI portal;

    private ServerUnderTest(Plan plan) {
        this.plan = plan;
    }

    public static Plan prepare() {
        return new Plan();
    }

    /** One demo server for all browser tests of this test run; stopped when the test JVM ends. */
    public static synchronized ServerUnderTest sharedDemo() {
        if (sharedDemo == null) {
            ServerUnderTest server =
                    DemoMailbox.readBy(prepare()).arguments("--demo").start();
            Runtime.getRuntime().addShutdownHook(new Thread(ServerUnderTest::closeShared, "stop shared server"));
            sharedDemo = server;
        }
        return sharedDemo;
    }

    static synchronized void closeShared() {
        if (sharedDemo != null) {
            sharedDemo.close();
            sharedDemo = null;
            DemoMailbox.close();
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a start needs: arguments, environment, system properties, port and data folder. */
    public static final class Plan {
        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new TreeMap<>();
        private final Map<String, String> properties = new TreeMap<>();
        private final List<String> jvmFlags = new ArrayList<>(JVM_FLAGS);
        private Path installation = Path.of(System.getProperty("crm.server.directory", "target/crm-server"));
        private int port = freePort();
        private Path data;
        private boolean temporary;
        private boolean isServer = true;
        private boolean postgres = Postgres.EVERYWHERE;

        private Plan() {
            properties.put("crm.http.address", "127.0.0.1");
        }

        public Plan arguments(String... more) {
            arguments.addAll(List.of(more));
            return this;
        }

        /** Not a server but one of the commands of its program, with its options; the data folder comes after them. */
        public Plan command(String... nameAndOptions) {
            isServer = false;
            return arguments(nameAndOptions);
        }

        public Plan environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        public Plan property(String name, String value) {
            properties.put(name, value);
            return this;
        }

        /** Replaces the flags that make test servers start cheaply. */
        public Plan jvmFlags(String... flags) {
            jvmFlags.clear();
            jvmFlags.addAll(List.of(flags));
            return this;
        }

        /** Works on PostgreSQL whatever the rest of the run works on. */
        public Plan onPostgres() {
            postgres = true;
            return this;
        }

        public Plan installation(Path folder) {
            installation = folder;
            return this;
        }

        public Plan port(int number) {
            port = number;
            return this;
        }

        public Plan data(Path folder) {
            data = folder;
            temporary = false;
            return this;
        }

        /** Starts and waits for the ready line. */
        public ServerUnderTest start() {
            ServerUnderTest server = new ServerUnderTest(this);
            server.launch();
            server.awaitReady();
            return server;
        }

        /** Starts without waiting: for starts that are expected to fail, and to be killed on the way. */
        public ServerUnderTest launch() {
            ServerUnderTest server = new ServerUnderTest(this);
            server.launch();
            return server;
        }

        /** Runs until the process ends by itself, as a start that fails does. */
        public Ended run() {
            try (ServerUnderTest server = launch()) {
                return server.awaitEnd(START_TIMEOUT);
            }
        }

        private List<String> command() {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmFlags);
            properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.add("-jar");
            command.add(installation.resolve("crm-server.jar").toAbsolutePath().toString());
            if (isServer) {
                command.addAll(List.of(
                        "--port", Integer.toString(port), "--data", dataFolder().toString()));
                command.addAll(arguments);
            } else {
                command.addAll(arguments);
                command.addAll(List.of("--data", dataFolder().toString()));
            }
            return command;
        }

        /** The settings, with the database unless the test named one. */
        private Map<String, String> settings() {
            Map<String, String> all = new TreeMap<>();
            if (postgres && !environment.containsKey(name(Postgres.URL)) && !properties.containsKey(Postgres.URL)) {
                Postgres.settings(dataFolder()).forEach((setting, value) -> all.put(name(setting), value));
            }
            all.putAll(environment);
            return all;
        }

        private static String name(String setting) {
            return setting.replace('.', '_').toUpperCase(Locale.ROOT);
        }

        private Path dataFolder() {
            if (data == null) {
                try {
                    data = Files.createTempDirectory("crm-it-");
                    temporary = true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return data;
        }
    }

    /** How a process ended and what it printed. */
    public record Ended(int exitCode, List<String> out, List<String> err) {}

    private void launch() {
        ProcessBuilder builder = new ProcessBuilder(plan.command());
        builder.environment().keySet().removeIf(name -> name.startsWith("CRM_"));
        builder.environment().putAll(plan.settings());
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new Output(process.inputReader(StandardCharsets.UTF_8), "out");
        err = new Output(process.errorReader(StandardCharsets.UTF_8), "err");
    }

    public void awaitReady() {
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            Optional<Matcher> ready = out.find(READY);
            if (ready.isPresent()) {
                backoffice = URI.create(ready.get().group(1));
                portal = URI.create(ready.get().group(2));
                return;
            }
            if (!process.isAlive()) {
                Ended ended = awaitEnd(Duration.ofSeconds(5));
                throw new AssertionError("Server ended with " + ended + "\n" + logTail());
            }
            Pause.of(LOOK_AGAIN);
        }
        close();
        throw new AssertionError(
                "No ready line within " + START_TIMEOUT + ": " + out.lines() + err.lines() + logTail());
    }

    /** The first line of standard output that matches, waiting for it: lines about accounts follow the ready line. */
    public Matcher awaitLine(Pattern pattern) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Optional<Matcher> match = out.find(pattern);
            if (match.isPresent()) {
                return match.get();
            }
            Pause.of(LOOK_AGAIN);
        }
        throw new AssertionError("No line matches " + pattern + " in " + out.lines());
    }

    public Ended awaitEnd(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Still running after " + timeout + ": " + out.lines() + err.lines());
            }
            out.join();
            err.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Ended(process.exitValue(), out.lines(), err.lines());
    }

    /** The back office, ending in a slash. */
    public URI backoffice() {
        return backoffice;
    }

    /** The portal, ending in a slash. */
    public URI portal() {
        return portal;
    }

    public int port() {
        return plan.port;
    }

    public Path data() {
        return plan.dataFolder();
    }

    public Process process() {
        return process;
    }

    public List<String> stdout() {
        return out.lines();
    }

    public List<String> stderr() {
        return err.lines();
    }

    public String setUpLink() {
        return awaitLine(Pattern.compile("Set-up link: (\\S+)")).group(1);
    }

    public String demoToken() {
        return awaitLine(Pattern.compile("CRM demo token: (\\S+)")).group(1);
    }

    /** Sends SIGTERM and waits for the end. */
    public Ended stop() {
        process.destroy();
        return awaitEnd(STOP_TIMEOUT);
    }

    /** Sends SIGKILL to the process that was started, as {@code kill -9} would, and waits for the end of all of it. */
    public Ended kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        Ended ended = awaitEnd(STOP_TIMEOUT);
        all.forEach(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        return ended;
    }

    /** The same plan (arguments, port, data folder) again, after {@link #stop()} or {@link #kill()}. */
    public ServerUnderTest restart() {
        launch();
        awaitReady();
        return this;
    }

    /** The stacks of all threads, for a failure that cannot be understood without them. */
    public String threads() {
        StringBuilder all = new StringBuilder();
        for (ProcessHandle handle : process.descendants().toList()) {
            try {
                Process stacks = new ProcessBuilder(JCMD.toString(), Long.toString(handle.pid()), "Thread.print")
                        .redirectErrorStream(true)
                        .start();
                all.append(new String(stacks.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                all.append("no stacks of ").append(handle.pid()).append(": ").append(e);
            }
        }
        return all.toString();
    }

    /** Everything that stands in the log, also in what was turned over. */
    public String log() {
        try (Stream<Path> files = Files.list(data().resolve("logs"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("server.log"))
                    .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (NoSuchFileException notYet) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
        if (plan.temporary) {
            delete(plan.data);
        }
    }

    private String logTail() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    public static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects one stream of the process line by line, so that the process never blocks on a full pipe. */
    private static final class Output {
        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        Output(BufferedReader source, String name) {
            reader = new Thread(() -> read(source), "server " + name);
            reader.setDaemon(true);
            reader.start();
        }

        private void read(BufferedReader source) {
            try (source) {
                for (String line = source.readLine(); line != null; line = source.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                add("stream broke: " + e);
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        Optional<Matcher> find(Pattern pattern) {
            return lines().stream().map(pattern::matcher).filter(Matcher::find).findFirst();
        }

        void join() throws InterruptedException {
            reader.join(5_000);
        }
    }
}

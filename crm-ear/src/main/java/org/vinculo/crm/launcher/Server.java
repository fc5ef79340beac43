package org.vinculo.crm.launcher;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.impl.PayaraMicroImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server process: boots Payara Micro on a fresh folder, deploys the application and says when it answers. */
final class Server {
    static final Logger LOG = Logger.getLogger("crm.launcher");
    private static final int PAGE_BYTES = 8192;
    private static final String FAILURE = "crm.startup.failure";
    private static final String MESSAGE = "crm.startup.message.";
    private static final List<String> DOORS = List.of("/backoffice/", "/portal/");
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(90);
    private static final int MOST_REDIRECTS = 5;

    private final Terminal terminal = new Terminal();
    private final Path installation;

    Server(Path installation) {
        this.installation = installation;
    }

    void run(List<String> arguments) {
        haltWithParent();
        Stop.onSignals();
        silenceConsole();
        try {
            Configuration configuration = Configuration.of(Options.parse(arguments), System.getenv());
            DataFolder folder = new DataFolder(configuration.data());
            folder.create();
            folder.lock();
            LogFormat.useJson(configuration.logAsJson());
            openLog(folder);
            start(configuration, folder);
        } catch (StartFailure e) {
            LOG.log(Level.SEVERE, e.getMessage(), e.getCause());
            end(e.getMessage(), e.exitCode());
        } catch (Exception | LinkageError e) {
            LOG.log(Level.SEVERE, "Start failed", e);
            end("unexpected " + e.getClass().getSimpleName() + "; see the log in the data folder.", 1);
        }
    }

    private void start(Configuration configuration, DataFolder folder) throws StartFailure {
        configuration.publish();
        // Seconds. A call that met a lock is made once more, so waiting long would only hold up a person.
        System.setProperty("derby.locks.deadlockTimeout", "5");
        System.setProperty("derby.locks.waitTimeout", "10");
        // Files that only this user reads, whatever the umask.
        System.setProperty("derby.storage.useDefaultFilePermissions", "false");
        System.setProperty("derby.system.home", folder.root().toString());
        Database.logInto(folder.logs());
        System.setProperty("derby.storage.tempDirectory", folder.temporary().toString());
        // Plans made while a table was empty read all of it; an import that fills it would keep them for 100
        // executions.
        System.setProperty("derby.language.stalePlanCheckInterval", "10");
        // Derby keeps 100 compiled statements, the pages and jobs together use several hundred, and compiling one takes
        // longer than most take to run.
        System.setProperty("derby.language.statementCache.size", "1000");
        // Derby keeps 1,000 pages however much memory there is; writing by the million reads the same pages again and
        // again.
        System.setProperty(
                "derby.storage.pageCacheSize",
                Long.toString(pagesKept(Runtime.getRuntime().maxMemory())));
        folder.prepareInstance(installation.resolve("payara"));
        Stop.databaseLast(folder.logs());
        new Database(configuration).check();
        PayaraMicroRuntime payara = boot(configuration, folder);
        if (ServerLog.addressTaken()) {
            throw new StartFailure("port " + configuration.port() + " is in use by another program.");
        }
        boolean deployed = payara.deploy(application(folder).toFile());
        requireStarted(deployed, folder);
        requireAnswers(configuration, folder);
        ClassArchive.make();
        String url = configuration.localUrl();
        terminal.say("CRM ready: " + url + DOORS.get(0) + " " + url + DOORS.get(1));
        for (int number = 1; System.getProperty(MESSAGE + number) != null; number++) {
            terminal.say(Terminal.oneLine(System.getProperty(MESSAGE + number)));
        }
        // What only the start needed goes back to the operating system now, not at the first collection under load.
        System.gc();
    }

    /** An eighth of the memory, in pages of the usual size. */
    static long pagesKept(long memory) {
        return Math.max(1000, memory / 8 / PAGE_BYTES);
    }

    private Path application(DataFolder folder) throws StartFailure {
        try {
            Path application = UnpackedApplication.of(installation.resolve("crm.ear"), folder.runtime());
            folder.dropOtherApplications(application);
            return application;
        } catch (IOException e) {
            throw new StartFailure("the application cannot be unpacked into " + folder.runtime() + ": " + e, e);
        }
    }

    private PayaraMicroRuntime boot(Configuration configuration, DataFolder folder) throws StartFailure {
        Path payara = installation.resolve("payara");
        System.setProperty(
                "fish.payara.micro.BootJar",
                payara.resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", payara.toString());
        // The product name in error pages of the HTTP layer.
        System.setProperty("product.name", "");
        try {
            Path config = folder.instance().resolve("config");
            Path before = config.resolve("pre-boot.txt");
            Path after = config.resolve("post-boot.txt");
            Files.writeString(before, preBoot(configuration));
            resource("post-boot.txt", after);
            resource("logging.properties", config.resolve("logging.properties"));
            PayaraMicroImpl.create(new String[] {
                "--rootdir",
                folder.instance().toString(),
                "--port",
                Integer.toString(configuration.port()),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                before.toString(),
                "--postbootcommandfile",
                after.toString()
            });
            return PayaraMicroImpl.getInstance().getRuntime();
        } catch (Exception e) {
            throw new StartFailure("the application server did not boot; see " + folder.serverLog() + ".", e);
        }
    }

    private static String preBoot(Configuration configuration) throws IOException, StartFailure {
        try (InputStream in = Server.class.getResourceAsStream("pre-boot.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{address}", configuration.address().getHostAddress());
        }
    }

    private static void resource(String name, Path target) throws IOException {
        try (InputStream in = Server.class.getResourceAsStream(name)) {
            Files.write(target, in.readAllBytes());
        }
    }

    private static void requireStarted(boolean deployed, DataFolder folder) throws StartFailure {
        String failure = System.getProperty(FAILURE);
        if (failure != null) {
            throw new StartFailure(failure);
        }
        if (!deployed) {
            throw new StartFailure("the application did not start; see " + folder.serverLog() + ".");
        }
    }

    /** Deployment says yes even when a module failed, so each door is asked, redirects to its sign-in page included. */
    private static void requireAnswers(Configuration configuration, DataFolder folder) throws StartFailure {
        InetAddress address = configuration.address();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : Configuration.literal(address);
        URI base = URI.create("http://" + host + ":" + configuration.port());
        Optional<String> wrong = DOORS.parallelStream()
                .map(door -> awaitAnswer(base, door))
                .flatMap(Optional::stream)
                .findFirst();
        if (wrong.isPresent()) {
            throw new StartFailure(
                    "the application did not start: " + wrong.get() + "; see " + folder.serverLog() + ".");
        }
    }

    /** What is still wrong with this door at the end of our patience. */
    private static Optional<String> awaitAnswer(URI base, String door) {
        long end = System.nanoTime() + ANSWER_TIMEOUT.toNanos();
        String answer;
        do {
            try {
                answer = answer(base, base.resolve(door));
                if (answer.isEmpty()) {
                    return Optional.empty();
                }
                break;
            } catch (IOException e) {
                answer = e.toString();
            }
        } while (System.nanoTime() < end && pause());
        return Optional.of(door + " answers " + answer);
    }

    /** What is wrong with the answer; empty when an application gave it and found nothing wrong with itself. */
    private static String answer(URI base, URI first) throws IOException {
        URI next = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpURLConnection connection = (HttpURLConnection) next.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(5_000);
            connection.setReadTimeout(60_000);
            connection.setRequestProperty("Accept", "text/html");
            int status = connection.getResponseCode();
            String location = connection.getHeaderField("Location");
            if (status / 100 != 3 || location == null) {
                boolean nobody = status == HttpURLConnection.HTTP_NOT_FOUND && PlainErrors.wrote(connection);
                connection.disconnect();
                return nobody || status >= HttpURLConnection.HTTP_INTERNAL_ERROR ? Integer.toString(status) : "";
            }
            connection.disconnect();
            URI target = next.resolve(location);
            next = base.resolve(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
        }
        return "too many redirects";
    }

    private static boolean pause() {
        try {
            Thread.sleep(250);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void silenceConsole() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
    }

    private static void openLog(DataFolder folder) {
        System.setProperty(ServerLog.FILE, folder.serverLog().toString());
        Logger.getLogger("").addHandler(new ServerLog());
        System.setOut(toLog("stdout", Level.INFO));
        System.setErr(toLog("stderr", Level.WARNING));
    }

    private static PrintStream toLog(String name, Level level) {
        return new PrintStream(new LineLog(Logger.getLogger(name), level), true, StandardCharsets.UTF_8);
    }

    /** Lines that somebody prints to the console become log entries. */
    private static final class LineLog extends OutputStream {
        private final Logger logger;
        private final Level level;
        private final ThreadLocal<StringBuilder> line = ThreadLocal.withInitial(StringBuilder::new);

        LineLog(Logger logger, Level level) {
            this.logger = logger;
            this.level = level;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            StringBuilder text = line.get().append(new String(bytes, offset, length, StandardCharsets.UTF_8));
            int end = text.lastIndexOf("\n");
            if (end >= 0) {
                String complete = text.substring(0, end).stripTrailing();
                text.delete(0, end + 1);
                if (!complete.isBlank()) {
                    logger.log(level, "{0}", complete);
                }
            }
        }
    }

    /** The parent holds the other end of standard input; no parent, no server. */
    private static void haltWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nothing is ever sent.
                        }
                    } catch (IOException e) {
                        LOG.log(Level.FINE, "Standard input broke", e);
                    }
                    Runtime.getRuntime().halt(137);
                },
                "parent watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void end(String message, int code) {
        terminal.fail(message);
        Stop.now(code);
    }
}

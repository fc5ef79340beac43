package org.vinculo.crm.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person meets who starts and stops the server. The ordered tests share one data folder and are one story: first
 * start, a second instance beside it, a kill, the start after it, a stop, and a start on a damaged database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {
    private static final int VISITORS = 8;
    private static final Duration QUICK = Duration.ofSeconds(60);

    @TempDir
    static Path scratch;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private ServerUnderTest server;

    @AfterAll
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void printsOneReadyLineWhenBothDoorsAnswer() throws Exception {
        Path data = Files.createDirectory(scratch.resolve("data"));
        openToOthers(data);
        server = ServerUnderTest.prepare().data(data).start();

        String url = "http://localhost:" + server.port();
        assertThat(server.stdout())
                .filteredOn(line -> line.startsWith("CRM ready"))
                .containsExactly("CRM ready: " + url + "/backoffice/ " + url + "/portal/");
        assertThat(server.stderr()).isEmpty();
        assertThat(status(server.backoffice())).isIn(200, 302, 303);
        assertThat(status(server.portal())).isIn(200, 302, 303);
    }

    /** The folder was there, open to everybody, as an administrator makes one. */
    @Test
    @Order(2)
    void keepsItsDataFromOtherUsersOfTheMachine() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        try (Stream<Path> parts = Files.list(server.data()).filter(Files::isDirectory)) {
            assertThat(Stream.concat(Stream.of(server.data()), parts)).allSatisfy(folder -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .as("%s", folder)
                    .isEqualTo("rwx------"));
        }
        try (Stream<Path> database = Files.walk(server.data().resolve("db"))) {
            assertThat(database.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as("%s", file)
                    .endsWith("------"));
        }
    }

    private static void openToOthers(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    @Order(2)
    void listensOnTheHttpPortOnly() throws Exception {
        assumeThat(Path.of("/proc/net/tcp")).exists();

        assertThat(listeningPorts()).containsOnly(server.port());
        assertThat(openUdpSockets()).isEmpty();
    }

    @Test
    @Order(3)
    void namesNoProductOutsideTheApplications() throws Exception {
        for (String path : List.of("/", "/nothing/here", "/health", "/metrics", "/openapi", "/favicon.ico")) {
            HttpResponse<String> answer = get(server.backoffice().resolve(path));
            String all = answer.headers().map() + answer.body();
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(all)
                    .as(path)
                    .doesNotContainIgnoringCase("payara", "glassfish", "grizzly", "microprofile", "exception");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    @Order(4)
    void secondInstanceOnTheSameFolderIsRefused() {
        ServerUnderTest.Ended second =
                ServerUnderTest.prepare().data(server.data()).run();

        assertFailed(second, 1, "the data folder " + server.data() + " is in use by another running server.");
    }

    @Test
    @Order(5)
    void portInUseIsRefused() {
        ServerUnderTest.Ended second = ServerUnderTest.prepare()
                .data(scratch.resolve("other"))
                .port(server.port())
                .run();

        assertFailed(second, 1, "port " + server.port() + " is in use by another program.");
    }

    @Test
    @Order(6)
    void startsAgainRightAfterKill() {
        server.kill();

        server.restart();

        assertThat(server.stderr()).isEmpty();
    }

    @Test
    @Order(7)
    void runningServerIsBackedUpByTheCommandAndTheCopyIsRestored() throws Exception {
        Path restored = scratch.resolve("restored");
        Path backups = scratch.resolve("copies");

        assertThat(command(server.data(), "backup", "--to", backups.toString())).startsWith("0 Backup: " + backups);
        Path backup;
        try (Stream<Path> made = Files.list(backups)) {
            backup = made.findFirst().orElseThrow();
        }

        assertThat(command(restored, "restore", "--from", backup.toString())).startsWith("0 Restored: ");
        assertThat(StoredData.rows(restored, "select count(*) from " + StoredData.history(restored)))
                .doesNotContain("0");
        assertThat(command(restored, "restore", "--from", backup.toString()))
                .startsWith("1 CRM restore: ")
                .containsAnyOf(restored.resolve("db") + " exists already", "the database is not empty");
    }

    /** Exit code and first line of a command. */
    private static String command(Path data, String... arguments) throws Exception {
        ServerUnderTest.Ended ended =
                ServerUnderTest.prepare().data(data).command(arguments).run();
        return ended.exitCode() + " " + String.join("\n", ended.out()) + String.join("\n", ended.err());
    }

    @Test
    @Order(8)
    void requestThatHasBegunIsAnsweredThoughTheServerIsAskedToStop() throws Exception {
        String body = "email=someone%40example.org";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            String head = "POST /portal/signin HTTP/1.1\r\nHost: localhost:" + server.port()
                    + "\r\nOrigin: http://localhost:" + server.port()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + body.substring(0, 5)).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            List<Future<List<String>>> visits = new ArrayList<>();
            ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
            for (int i = 0; i < VISITORS; i++) {
                visits.add(visitors.submit(this::visitUntilSentAway));
            }
            visitors.shutdown();
            Pause.of(Duration.ofSeconds(1));

            server.process().destroy();
            for (Future<List<String>> visit : visits) {
                assertThat(visit.get(20, TimeUnit.SECONDS))
                        .as("answers from before the stop until the first after it")
                        .containsOnlyOnce("503")
                        .endsWith("503")
                        .contains("200")
                        .isSubsetOf("200", "503");
            }
            assertThat(status(server.backoffice().resolve("ready"))).isEqualTo(503);
            socket.getOutputStream().write(body.substring(5).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 503");
        }
    }

    private List<String> visitUntilSentAway() throws InterruptedException {
        List<String> answers = new ArrayList<>();
        while (!answers.contains("503")) {
            try {
                answers.add(Integer.toString(status(server.portal().resolve("signin"))));
            } catch (IOException cut) {
                answers.add(cut.toString());
                return answers;
            }
        }
        return answers;
    }

    @Test
    @Order(9)
    void stopsCleanlyOnTerminationSignal() throws Exception {
        long begin = System.nanoTime();

        ServerUnderTest.Ended ended = server.stop();

        assertThat(ended.exitCode()).isIn(0, 143);
        assertThat(ended.err()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        if (!Postgres.EVERYWHERE) {
            assertThat(Files.readString(server.data().resolve("logs/derby-0.log")))
                    .contains("Shutting down instance");
        }
        assertThat(server.log()).doesNotContain("SEVERE");
    }

    /** Rows wait in files before Derby takes them all at once. */
    @Test
    @Order(10)
    void whatAKilledGenerateLeftIsGoneAfterTheNext() throws Exception {
        assumeThat(Postgres.EVERYWHERE).isFalse();
        try (ServerUnderTest killed =
                besideItsData("generate", "--customers", "50000").launch()) {
            while (waitingRows().isEmpty()) {
                assertThat(killed.process().isAlive()).as("%s", killed.stderr()).isTrue();
                Pause.of(Duration.ofMillis(20));
            }
            killed.kill();
        }
        assertThat(waitingRows()).isNotEmpty();

        ServerUnderTest.Ended next =
                besideItsData("generate", "--customers", "10").run();

        assertThat(next.exitCode()).as("%s", next).isZero();
        assertThat(waitingRows()).isEmpty();
    }

    /** A copy is tried out where there is room for it, and where nobody else looks for data. */
    @Test
    @Order(10)
    void stoppedServerIsBackedUpBesideItsData() {
        ServerUnderTest.Ended ended = besideItsData(
                        "backup", "--to", scratch.resolve("of a stopped one").toString())
                .run();

        assertThat(ended.exitCode()).as("%s", ended).isZero();
    }

    /** Where the machine has no place for temporary files. */
    private ServerUnderTest.Plan besideItsData(String... command) {
        return ServerUnderTest.prepare()
                .data(server.data())
                .property("java.io.tmpdir", scratch.resolve("nowhere").toString())
                .command(command);
    }

    private List<Path> waitingRows() throws IOException {
        Path folder = server.data().resolve("runtime/tmp");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList();
        }
    }

    @Test
    @Order(11)
    void leavesADatabaseOfALaterVersionAlone() throws Exception {
        String history = StoredData.history(server.data());
        StoredData.change(
                server.data(),
                "insert into " + history
                        + " (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\","
                        + " \"installed_by\", \"execution_time\", \"success\")"
                        + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'later', 1, true)");

        ServerUnderTest.Ended ended =
                ServerUnderTest.prepare().data(server.data()).run();

        assertFailed(ended, 1, "The database belongs to a newer version of the product (schema 9999).");
        assertThat(server.data().resolve("backups"))
                .as("no copy for an upgrade that is none")
                .doesNotExist();
        StoredData.change(server.data(), "delete from " + history + " where \"version\" = '9999'");
    }

    @Test
    @Order(12)
    void refusesDamagedMigration() throws Exception {
        StoredData.change(server.data(), "update " + StoredData.history(server.data()) + " set \"checksum\" = 4711");

        ServerUnderTest.Ended ended =
                ServerUnderTest.prepare().data(server.data()).run();

        assertFailed(ended, 1, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--verbose", "--portal=8080", "start", "-x"})
    void refusesUnknownOption(String option) {
        assertFailed(plan().arguments(option).run(), 2, "Unknown option " + option + ". Try --help.");
    }

    @Test
    void refusesPortThatIsNone() {
        assertFailed(plan().arguments("--port", "70000").run(), 2, "Not a port: 70000. Try --help.");
        assertFailed(plan().arguments("--port").run(), 2, "Option --port needs a value. Try --help.");
    }

    @Test
    void printsHelp() {
        ServerUnderTest.Ended ended = plan().arguments("--help").run();

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).anyMatch(line -> line.contains("--provision FILE"));
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void refusesProvisionFileThatOthersCanRead() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path file = Files.writeString(scratch.resolve("provision.properties"), "admin.email=a@b.example\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertFailed(
                plan().arguments("--provision", file.toString()).run(),
                1,
                "the provision file " + file + " is open to other users; run chmod 600 on it first.");
    }

    @Test
    void refusesProvisionFileThatIsNotThere() {
        Path file = scratch.resolve("missing.properties");

        assertFailed(
                plan().arguments("--provision", file.toString()).run(),
                1,
                "the provision file " + file + " cannot be read.");
    }

    @Test
    void refusesDataFolderThatCannotBeMade() throws Exception {
        Path file = Files.writeString(scratch.resolve("file"), "");

        ServerUnderTest.Ended ended =
                ServerUnderTest.prepare().data(file.resolve("data")).run();

        assertFailed(ended, 1, "the data folder " + file.resolve("data") + " cannot be made: " + file + " is a file.");
    }

    @Test
    void demoListensOnThisMachineOnly() {
        ServerUnderTest.Ended ended = plan().arguments("--demo")
                .property("crm.http.address", "0.0.0.0")
                .run();

        assertFailed(
                ended,
                1,
                "--demo has known passwords and listens on this machine only; crm.http.address 0.0.0.0 is refused.");
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() {
        String url = "jdbc:postgresql://127.0.0.1:" + ServerUnderTest.freePort() + "/crm";

        ServerUnderTest.Ended ended = plan().environment("CRM_DB_URL", url + "?user=x&password=secret")
                .run();

        assertFailed(ended, 1, "the database " + url + " cannot be reached: ");
        assertThat(ended.err().toString()).doesNotContain("secret");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        assumeThat(Postgres.EVERYWHERE)
                .as("Derby is told to ask for a password here; PostgreSQL of the tests trusts everybody")
                .isFalse();
        ServerUnderTest.Ended ended = plan().property("derby.connection.requireAuthentication", "true")
                .property("derby.authentication.provider", "BUILTIN")
                .property("derby.user.crm", "right")
                .environment("CRM_DB_PASSWORD", "wrong")
                .run();

        assertFailed(ended, 1, "refuses user crm: wrong user name or password.");
    }

    @Test
    void refusesUnknownSettingInTheFile() throws Exception {
        Path data = Files.createDirectories(scratch.resolve("misspelt"));
        Files.writeString(data.resolve("crm.properties"), "cmr.db.url=jdbc:derby:memory:x\n");

        assertFailed(ServerUnderTest.prepare().data(data).run(), 1, "unknown setting cmr.db.url in ");
    }

    @Test
    void waitsForAPortThatIsBeingGivenBack() throws Exception {
        // Fails for another reason after the port check, so that no server has to start.
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerUnderTest starting = plan().port(taken.getLocalPort())
                    .environment("CRM_DB_URL", "jdbc:postgresql://127.0.0.1:" + ServerUnderTest.freePort() + "/crm")
                    .launch();
            Thread.sleep(1_000);
            taken.close();

            ServerUnderTest.Ended ended = starting.awaitEnd(QUICK);

            starting.close();
            assertFailed(ended, 1, "cannot be reached");
        }
    }

    private ServerUnderTest.Plan plan() {
        return ServerUnderTest.prepare();
    }

    private static void assertFailed(ServerUnderTest.Ended ended, int exitCode, String reason) {
        assertThat(ended.err())
                .as("one line, no stack trace")
                .singleElement()
                .asString()
                .startsWith("CRM cannot start: ")
                .contains(reason);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(exitCode);
    }

    private int status(URI uri) throws IOException, InterruptedException {
        return get(uri).statusCode();
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private List<Integer> listeningPorts() throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String[] row : ownSockets(table)) {
                if (row[3].equals("0A")) {
                    ports.add(Integer.parseInt(row[1].substring(row[1].lastIndexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    private List<String> openUdpSockets() throws IOException {
        List<String> sockets = new ArrayList<>();
        for (String table : List.of("/proc/net/udp", "/proc/net/udp6")) {
            ownSockets(table).forEach(row -> sockets.add(row[1]));
        }
        return sockets;
    }

    /** Rows of a socket table of the kernel that belong to the server, both of its processes. */
    private List<String[]> ownSockets(String table) throws IOException {
        List<String> inodes = new ArrayList<>();
        Pattern socket = Pattern.compile("socket:\\[(\\d+)]");
        List<ProcessHandle> processes =
                new ArrayList<>(server.process().descendants().toList());
        processes.add(server.process().toHandle());
        for (ProcessHandle process : processes) {
            try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
                for (Path descriptor : descriptors.toList()) {
                    if (Files.isSymbolicLink(descriptor)) {
                        Matcher match = socket.matcher(
                                Files.readSymbolicLink(descriptor).toString());
                        if (match.matches()) {
                            inodes.add(match.group(1));
                        }
                    }
                }
            }
        }
        assertThat(inodes).isNotEmpty();
        return Files.readAllLines(Path.of(table)).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> inodes.contains(row[9]))
                .toList();
    }
}

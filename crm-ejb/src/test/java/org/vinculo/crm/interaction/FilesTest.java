package org.vinculo.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.document.FileAnswer;
import org.vinculo.crm.document.FileCheckService;
import org.vinculo.crm.document.FileContent;
import org.vinculo.crm.document.FileOwner;
import org.vinculo.crm.document.MissingFile;
import org.vinculo.crm.document.internal.FileCheck;
import org.vinculo.crm.document.internal.FileNames;
import org.vinculo.crm.document.internal.FileSweep;
import org.vinculo.crm.document.internal.VirusScanner;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** Files at conversations: what is taken, where it lies, and who gets it. */
class FilesTest extends TalkRoom {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    private String talk;

    @BeforeEach
    void talk() {
        talk = interactions.log(ana.publicId(), call("With files")).publicId();
        flushAndClear();
    }

    @Test
    void sameBytesLieOnceAndComeBackAsTheyWere() throws IOException {
        AttachmentView first = attach("a.pdf", PDF);
        attach("b.pdf", PDF);
        flushAndClear();

        assertThat(bytes(files.open(first.publicId()))).isEqualTo(PDF);
        assertThat(stored()).isEqualTo(1);
        assertThat(interactions.files(talk)).extracting(AttachmentView::name).containsExactly("a.pdf", "b.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <html><script>alert(1)</script></html>",
        "picture.png, <html><body>no picture</body></html>",
        "picture.svg, '<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>'",
        "picture.png, '<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>'",
        "picture.svg.png, '<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>'",
        "picture.svg, GIF89a plain words",
        "data.xml, '<?xml version=\"1.0\"?><a/>'",
        "page.xhtml, '<html xmlns=\"http://www.w3.org/1999/xhtml\"/>'",
        "page.txt, '<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>'",
        "page.pdf, <html><script>alert(1)</script></html>",
        "page.mht, 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x'",
        "page.xht, words",
        "page.shtml, words",
        "run.js, var a = 1;",
        "run.js, 'GIF89a/*\u0001\u0000*/=1;alert(1)'",
        "run.mjs, words",
        "run.jspx, '<jsp:root xmlns:jsp=\"http://java.sun.com/JSP/Page\"/>'",
        "run.war, 'PK\u0003\u0004\u0014\u0000words'",
        "run.jar, 'PK\u0003\u0004\u0014\u0000words'",
        "run.php, <?php echo 1; ?>",
        "run.phar, words",
        "run.hta, words",
        "run.lnk, words",
        "run.svgz, words",
        "run.hta, %PDF-1.7 plain words",
        "run.ps1, words",
        "run.vbe, words",
        "run.wsf, words",
        "run.reg, words",
        "run.scf, words",
        "run.url, words",
        "run.desktop, words",
        "run.appref-ms, words",
        "run.iqy, words",
        "run.exe, MZ plain words",
        "run.bat, echo off",
        "letter.docx, MZ\u0090\u0000",
        "run.jsp, <% out.println(1); %>",
    })
    void whatABrowserOrASystemWouldRunIsRefused(String name, String content) {
        assertThatThrownBy(() -> attach(name, content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InvalidInput.class)
                .satisfies(refused -> assertThat(
                                ((InvalidInput) refused).errors().get(0).code())
                        .isEqualTo("document.error.sort"));
        assertThat(stored()).isZero();
    }

    @Test
    void usualFilesAreTaken() {
        assertThat(attach("scan.png", PNG).mediaType()).isEqualTo("image/png");
        assertThat(attach("notes.txt", "Olá".getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo("text/plain");
        assertThat(attach("rows.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8))
                        .mediaType())
                .isEqualTo("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Offer", "Offer 20.11.2026", "Offer Dr. Silva"})
    void aNameWithoutAnEndingIsLeftToTheContent(String name) {
        assertThat(attach(name, PDF).mediaType()).isEqualTo("application/pdf");
        assertThatThrownBy(() -> attach(name, "<html><body>no words</body></html>".getBytes(StandardCharsets.UTF_8)))
                .satisfies(code("document.error.sort"));
    }

    /** Whoever looks into a file sees what it is not: a browser saves it, and does not ask itself what it might be. */
    @ParameterizedTest
    @CsvSource({
        "picture.gif, 'GIF89a/*\u0001\u0000*/=1;alert(1)', image/gif",
        "letter.pdf, '%PDF-1.7\n1 0 obj\n<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>', application/pdf",
        "mail.eml, 'From: a@b.example\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>', message/rfc822",
    })
    void whatIsTwoThingsAtOnceIsHandedOutForSavingOnly(String name, String content, String type) throws IOException {
        AttachmentView file = attach(name, content.getBytes(StandardCharsets.ISO_8859_1));
        flushAndClear();
        Map<String, String> headers = new HashMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();

        FileAnswer.write(files.open(file.publicId()), response(headers, body));

        assertThat(body.toByteArray()).isEqualTo(content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(headers)
                .containsEntry("Content-Type", type)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox")
                .containsEntry("Cache-Control", "private, no-store");
        assertThat(headers.get("Content-Disposition")).startsWith("attachment; filename=\"" + name);
    }

    private static HttpServletResponse response(Map<String, String> headers, ByteArrayOutputStream body) {
        ServletOutputStream out = new ServletOutputStream() {
            @Override
            public void write(int octet) {
                body.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        return (HttpServletResponse) Proxy.newProxyInstance(
                FilesTest.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "setHeader" -> headers.put((String) args[0], (String) args[1]);
                        case "setContentType" -> headers.put("Content-Type", (String) args[0]);
                        case "setContentLengthLong" -> headers.put("Content-Length", args[0].toString());
                        case "getOutputStream" -> {
                            return out;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    @Test
    void limitsAreTold() {
        assertThatThrownBy(() -> attach("big.txt", new byte[1024 * 1024 + 1]))
                .satisfies(code("document.error.tooLarge"));
        assertThatThrownBy(() -> attach("none.txt", new byte[0])).satisfies(code("document.error.empty"));
        attach("1.png", PNG);
        attach("2.png", PNG);
        attach("3.png", PNG);
        assertThatThrownBy(() -> attach("4.png", PNG)).satisfies(code("document.error.tooMany"));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        "'a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'",
        "'\"><img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'",
        "exe\u202Efdp.pdf, exefdp.pdf",
        "..., file",
        "'', file",
        "'name. . .', name",
    })
    void nameIsOnlyAName(String given, String kept) {
        assertThat(FileNames.clean(given)).isEqualTo(kept);
    }

    /** As the name of a file in a mail that anybody may write. */
    @Test
    void endlessNameIsCutAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(FileNames.clean("a" + ".".repeat(2_000_000) + "b")).hasSizeLessThanOrEqualTo(150);
            assertThat(FileNames.clean("a" + " ".repeat(2_000_000) + "b.pdf")).endsWith(".pdf");
            assertThat(FileNames.clean("/".repeat(2_000_000) + "a" + ".".repeat(2_000_000)))
                    .isEqualTo("a");
        });
    }

    @Test
    void nameCannotLeaveTheHeader() {
        AttachmentView file = attach("Órçamento \"final\"; x=1.pdf", PDF);
        flushAndClear();

        String header = files.open(file.publicId()).disposition();

        assertThat(header).startsWith("attachment; filename=\"").doesNotContain("\n");
        assertThat(header)
                .isEqualTo("attachment; filename=\"_r_amento final; x=1.pdf\";"
                        + " filename*=UTF-8''%C3%93r%C3%A7amento%20final%3B%20x%3D1.pdf");
    }

    @Test
    void fileOfACustomerOutOfReachDoesNotExist() {
        String file = attach("a.pdf", PDF).publicId();
        flushAndClear();
        callAs(south, Scope.TEAM);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> files.open(file)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> files.remove(file)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> files.restore(file)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> attach("b.pdf", PDF)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> interactions.correct(talk, call("Taken over")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> files.open("../../x")).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void otherUsersOfTheMachineDoNotLookIntoTheFolder() throws IOException {
        assumeThat(Files.getFileStore(data).supportsFileAttributeView("posix")).isTrue();
        Files.createDirectories(store.folder());
        Files.setPosixFilePermissions(store.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));

        attach("a.pdf", PDF);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void fileGoesWithTheCustomerToAnotherTeam() {
        String file = attach("a.pdf", PDF).publicId();
        flushAndClear();
        callAs(north, Scope.TEAM);
        assertThat(files.open(file).name()).isEqualTo("a.pdf");

        callAs(north, Scope.ALL);
        CustomerForm form = service.form(ana.publicId());
        form.setOwner(south.getPublicId());
        service.save(form);
        flushAndClear();

        callAs(north, Scope.TEAM);
        assertThatThrownBy(() -> files.open(file)).isInstanceOf(NotFound.class);
        callAs(south, Scope.TEAM);
        assertThat(files.open(file).name()).isEqualTo("a.pdf");
    }

    @Test
    void whatIsAttachedIsScannedFirst() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            Attachments scanned = wire(new Attachments(), settings, callers, store, scanner(server.getLocalPort()));
            FileOwner owner = new FileOwner("interaction", 1, ana.id());
            answer(server, "stream: Eicar-Test FOUND\0");

            assertThatThrownBy(() -> scanned.add(owner, "a.pdf", new ByteArrayInputStream(PDF)))
                    .satisfies(code("document.error.infected"));

            assertThat(stored()).isZero();
            answer(server, "stream: OK\0");
            assertThat(scanned.add(owner, "a.pdf", new ByteArrayInputStream(PDF))
                            .name())
                    .isEqualTo("a.pdf");
        }
    }

    @Test
    void removedFileIsGoneUntilItIsTakenBack() {
        String file = attach("a.pdf", PDF).publicId();
        files.remove(file);
        flushAndClear();

        assertThat(interactions.files(talk)).isEmpty();
        assertThatThrownBy(() -> files.open(file)).isInstanceOf(NotFound.class);
        files.restore(file);
        flushAndClear();
        assertThat(interactions.files(talk)).hasSize(1);
    }

    @Test
    void lostBytesAreTold() throws IOException {
        String file = attach("a.pdf", PDF).publicId();
        flushAndClear();
        try (Stream<Path> all = Files.walk(store.folder())) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Files.delete(each);
            }
        }

        assertThatThrownBy(() -> files.open(file)).satisfies(code("document.error.lost"));
    }

    @Test
    void filesWithoutBytesAreListedUntilTheyAreBack() throws IOException {
        attach("kept.png", PNG);
        attach("lost.pdf", PDF);
        files.remove(attach("removed.pdf", PDF).publicId());
        flushAndClear();
        Path lost = store.path(sha256(PDF));
        Files.delete(lost);
        FileCheckService check = wire(new FileCheckService(), store, callers, wire(new Jobs()));
        assertThat(check.count()).isZero();

        check();

        assertThat(check.missing(PageRequest.of(0, 10)).items())
                .extracting(MissingFile::name, MissingFile::place, MissingFile::missingSince)
                .containsExactly(
                        tuple("lost.pdf", store.folder().relativize(lost).toString(), NOW));
        assertThat(check.count()).isEqualTo(1);

        Files.write(lost, PDF);
        check();

        assertThat(check.count()).isZero();
        assertThat(check.missing(PageRequest.of(0, 10)).items()).isEmpty();
    }

    @Test
    void theNightLooksForMissingFilesToo() {
        wire(new FileSweep(), store, wire(new Jobs())).sweep();

        assertThat(wire(new Jobs()).isOpen(FileCheck.NAME)).isTrue();
    }

    private void check() {
        FileCheck check = wire(new FileCheck(), store);
        JobStep step = check.step(new JobContext("job", "", null, 0, 0));
        while (!step.finished()) {
            step = check.step(new JobContext("job", "", step.checkpoint(), step.done(), 0));
        }
        assertThat(step.done()).isEqualTo(2);
        flushAndClear();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void infectedFileIsRefusedAndSoIsEverythingWhileNobodyScans(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("x"), PDF);
        try (ServerSocket server = new ServerSocket(0)) {
            VirusScanner scanner = scanner(server.getLocalPort());
            answer(server, "stream: Eicar-Test FOUND\0");
            assertThatThrownBy(() -> scanner.check(file)).satisfies(code("document.error.infected"));
            answer(server, "stream: OK\0");
            scanner.check(file);
            server.close();
            assertThatThrownBy(() -> scanner.check(file)).satisfies(code("document.error.scannerAway"));
        }
    }

    private VirusScanner scanner(int port) {
        return wire(new VirusScanner(), Settings.of(Map.of(Setting.FILE_SCANNER, "localhost:" + port)));
    }

    /** Speaks clamd: reads the chunks, then says what it found. */
    private static void answer(ServerSocket server, String words) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept();
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    OutputStream out = socket.getOutputStream()) {
                in.readNBytes(10);
                for (int size = in.readInt(); size > 0; size = in.readInt()) {
                    in.readNBytes(size);
                }
                out.write(words.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void theNightTakesWhatBelongsToNothingAndLeavesTheRest() throws IOException {
        attach("kept.pdf", PDF);
        String removed = attach("removed.png", PNG).publicId();
        files.remove(removed);
        Path orphan = stray("0".repeat(64), Duration.ofDays(2));
        Path coming = stray("1".repeat(64), Duration.ofMinutes(5));
        flushAndClear();
        settle();
        FileSweep sweep = wire(new FileSweep(), store, wire(new Jobs()));

        sweep.sweep();

        assertThat(orphan).doesNotExist();
        assertThat(coming).as("somebody is just sending it").exists();
        assertThat(stored()).as("kept, removed lately, coming").isEqualTo(3);
        em.createQuery("update Attachment a set a.removedAt = :long where a.publicId = :id")
                .setParameter("long", NOW.minus(Duration.ofDays(31)))
                .setParameter("id", removed)
                .executeUpdate();
        flushAndClear();

        sweep.sweep();

        assertThat(stored()).as("kept, coming").isEqualTo(2);
        assertThatThrownBy(() -> files.restore(removed)).isInstanceOf(NotFound.class);
        assertThat(interactions.files(talk)).extracting(AttachmentView::name).containsExactly("kept.pdf");
    }

    private Path stray(String name, Duration age) throws IOException {
        Path file = store.path(name);
        Files.createDirectories(file.getParent());
        Files.write(file, PDF);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    /** All the others have been lying there for long. */
    private void settle() throws IOException {
        try (Stream<Path> all = Files.walk(store.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(NOW)) {
                    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(3))));
                }
            }
        }
    }

    private AttachmentView attach(String name, byte[] content) {
        AttachmentView view = interactions.attach(talk, name, new ByteArrayInputStream(content));
        em.flush();
        return view;
    }

    private long stored() {
        if (!Files.isDirectory(store.folder())) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(store.folder())) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(FileContent file) throws IOException {
        try (InputStream content = file.open()) {
            return content.readAllBytes();
        }
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return refused ->
                assertThat(((InvalidInput) refused).errors().get(0).code()).isEqualTo(code);
    }
}

package org.vinculo.crm.interaction.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** Mails that mean no good, and the way from a mailbox to the desk. */
class HostileMailTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void markupBecomesWordsAndNothingElse() {
        IncomingMail mail = read("From: a@x.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><head><style>p{}</style><script>alert(1)</script></head><body onload=alert(2)>"
                + "<p>Hello <b>Ana</b></p><p>See <a href='https://shop.example/x'>the offer</a>"
                + " or <a href='javascript:alert(3)'>this</a></p><ul><li>one<li>two</ul>"
                + "<svg><script>alert(4)</script></svg><img src=x onerror=alert(5)></body></html>");

        assertThat(mail.text())
                .isEqualTo("Hello Ana\n\nSee the offer (https://shop.example/x) or this\n\n- one\n- two");
    }

    @Test
    void plainWordsAreTakenBeforeMarkup() {
        IncomingMail mail = read(
                "From: a@x.example\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n"
                        + "--B\r\nContent-Type: text/plain\r\n\r\nplain\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>rich</p>\r\n--B--");

        assertThat(mail.text()).isEqualTo("plain");
    }

    @Test
    void brokenCharacterSetsAreReadAsWellAsTheyGo() {
        String head = "From: =?x-nonsense?Q?Jos=E9?= <a@x.example>\r\nSubject: =?utf-8?B?///?=\r\n"
                + "Content-Type: text/plain; charset=\"x-nonsense\"\r\n\r\n";

        assertThat(read(head + "Olá").text()).isEqualTo("Olá");
        assertThat(MailReader.read(bytes(head + "Olá", StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("Olá");
        assertThat(MailReader.decode("Olá".getBytes(StandardCharsets.ISO_8859_1), "iso-8859-1"))
                .isEqualTo("Olá");
    }

    @Test
    void headersCannotSmuggleLines() {
        IncomingMail mail = read("From: =?utf-8?Q?Ana=0D=0ABcc=3A_x?= <a@x.example>\r\n"
                + "Subject: =?utf-8?Q?Hi=0D=0A=00there?=\r\nMessage-ID: <a\u0001b@x>\r\n\r\nx");

        assertThat(mail.subject()).doesNotContain("\r", "\n", "\u0000");
        assertThat(mail.fromName()).doesNotContain("\r", "\n");
        assertThat(mail.messageId()).doesNotContain("\u0001");
    }

    @Test
    void endlessMailsEnd() {
        assertTimeoutPreemptively(SOON, () -> {
            StringBuilder headers = new StringBuilder("From: a@x.example\r\n");
            headers.append("X-Many: words words words\r\n".repeat(20_000));
            headers.append("References: ").append("<a@x> ".repeat(20_000)).append("\r\n");
            assertThat(read(headers + "\r\nend").references()).hasSizeLessThanOrEqualTo(50);

            assertThat(read("From: a@x.example\r\n\r\n" + " ".repeat(3_000_000) + "x")
                            .cut())
                    .isTrue();

            String nested = "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n".repeat(500);
            assertThat(read("From: a@x.example\r\n" + nested + "\r\nx").cut()).isTrue();

            String many = "From: a@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                    + "--b\n\nx\n".repeat(400_000);
            assertThat(read(many).cut()).isTrue();

            assertThat(read("From: a@x.example\r\nContent-Type: text/html\r\n\r\n" + "<div>".repeat(300_000))
                            .text())
                    .isEmpty();
        });
    }

    @Test
    void endlessHeadersAndNamesEnd() {
        assertTimeoutPreemptively(SOON, () -> {
            String folds = "x\r\n ".repeat(500_000) + "end";
            IncomingMail folded =
                    read("From: a@x.example\r\nSubject: " + folds + "\r\nReferences: " + folds + "\r\n\r\nx");
            assertThat(folded.subject()).startsWith("x x x").hasSizeLessThanOrEqualTo(300);
            assertThat(folded.text()).isEqualTo("x");

            String name = "a" + ".".repeat(2_000_000) + "b";
            IncomingMail named = read("From: a@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                    + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\nx\r\n--b\r\n"
                    + "Content-Disposition: attachment; filename*0=\"" + folds + "\"\r\n\r\nx\r\n--b--\r\n");
            assertThat(named.files()).hasSize(2);
            assertThat(named.files()).allSatisfy(file -> assertThat(file.name()).hasSizeLessThanOrEqualTo(20_000));
        });
    }

    @Test
    void mailWithoutAnythingIsAMail() {
        assertThat(read("").from()).isNull();
        assertThat(read("\r\n\r\n").text()).isEmpty();
        assertThat(read("From: @@@ <<>>\r\nDate: never\r\nContent-Type: ;;;\r\n\r\nx")
                        .text())
                .isEqualTo("x");
        assertThat(MailReader.readHead("Subject: Big\r\n\r\n".getBytes(StandardCharsets.UTF_8))
                        .cut())
                .isTrue();
    }

    @Test
    void compressedBombIsKeptAsItCame() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
        IncomingMail mail = read("From: a@x.example\r\nContent-Type: application/zip; name=bomb.zip\r\n"
                + "Content-Disposition: attachment; filename=bomb.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + java.util.Base64.getMimeEncoder().encodeToString(zip));

        assertThat(mail.files()).singleElement().satisfies(file -> assertThat(file.bytes())
                .isEqualTo(zip));
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void mailThatCannotBeReadForWhateverReasonDoesNotKeepTheNextOneAway(Class<? extends Throwable> fault)
            throws Exception {
        GreenMail server = mailbox("Bad", "Good");
        try {
            Ledger ledger = new Ledger();
            ImapReader reader = new ImapReader() {
                @Override
                IncomingMail read(Message message) throws MessagingException, IOException {
                    if ("Bad".equals(message.getSubject())) {
                        throw HostileMailTest.<RuntimeException>sneaky(made(fault));
                    }
                    return super.read(message);
                }
            };
            connect(reader, ledger, server);

            reader.read();

            assertThat(ledger.kept).hasSize(2);
            assertThat(ledger.kept.get(0).cut()).isTrue();
            assertThat(ledger.kept.get(1).subject()).isEqualTo("Good");
        } finally {
            server.stop();
        }
    }

    @Test
    void mailThatTheServerDoesNotHandOutIsPutAsideAfterAFewLooks() throws Exception {
        GreenMail server = mailbox("Bad", "Good");
        try {
            Ledger ledger = new Ledger();
            ImapReader reader = new ImapReader() {
                @Override
                IncomingMail read(Message message) throws MessagingException, IOException {
                    if ("Bad".equals(message.getSubject())) {
                        throw new MessagingException("NO broken");
                    }
                    return super.read(message);
                }
            };
            connect(reader, ledger, server);

            reader.read();
            assertThat(ledger.kept).isEmpty();
            assertThat(ledger.error).contains("NO broken");
            reader.read();
            assertThat(ledger.kept).isEmpty();
            reader.read();

            assertThat(ledger.kept).hasSize(2);
            assertThat(ledger.kept.get(1).subject()).isEqualTo("Good");
        } finally {
            server.stop();
        }
    }

    private static GreenMail mailbox(String... subjects) {
        GreenMail server = new GreenMail(
                new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
        server.start();
        server.setUser("crm@x.example", "crm", "secret");
        for (String subject : subjects) {
            com.icegreen.greenmail.util.GreenMailUtil.sendTextEmail(
                    "crm@x.example",
                    "ana@x.example",
                    subject,
                    "Words",
                    server.getSmtp().getServerSetup());
        }
        server.waitForIncomingEmail(subjects.length);
        return server;
    }

    private static void connect(ImapReader reader, Ledger ledger, GreenMail server) {
        reader.ledger = ledger;
        reader.clock = Clock.systemUTC();
        reader.settings = Settings.of(Map.of(
                Setting.MAIL_IN_HOST, "127.0.0.1",
                Setting.MAIL_IN_PORT, String.valueOf(server.getImap().getPort()),
                Setting.MAIL_IN_USER, "crm",
                Setting.MAIL_IN_PASSWORD, "secret",
                Setting.MAIL_IN_TLS, "none"));
    }

    private static Throwable made(Class<? extends Throwable> fault) {
        try {
            return fault.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable fault) throws T {
        throw (T) fault;
    }

    @Test
    void mailboxIsReadOnceAndOnlyRead() throws Exception {
        ServerSetup[] setup = {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()};
        GreenMail server = new GreenMail(setup);
        server.start();
        try {
            server.setUser("crm@x.example", "crm", "secret");
            for (int i = 0; i < 3; i++) {
                com.icegreen.greenmail.util.GreenMailUtil.sendTextEmail(
                        "crm@x.example",
                        "ana@x.example",
                        "Subject " + i,
                        "Words " + i,
                        server.getSmtp().getServerSetup());
            }
            server.waitForIncomingEmail(3);
            Ledger ledger = new Ledger();
            ImapReader reader = new ImapReader();
            reader.ledger = ledger;
            reader.clock = Clock.systemUTC();
            reader.settings = Settings.of(Map.of(
                    Setting.MAIL_IN_HOST, "localhost",
                    Setting.MAIL_IN_PORT, String.valueOf(server.getImap().getPort()),
                    Setting.MAIL_IN_USER, "crm",
                    Setting.MAIL_IN_PASSWORD, "secret",
                    Setting.MAIL_IN_TLS, "none"));

            assertThat(reader.read()).isFalse();
            assertThat(reader.read()).isFalse();

            assertThat(ledger.kept)
                    .extracting(IncomingMail::subject)
                    .containsExactly("Subject 0", "Subject 1", "Subject 2");
            assertThat(ledger.kept.get(0).from()).isEqualTo("ana@x.example");
            assertThat(ledger.error).isNull();
            assertThat(server.getReceivedMessages()[0].isSet(jakarta.mail.Flags.Flag.SEEN))
                    .isFalse();
            server.stop();
            assertThat(reader.read()).isFalse();
            assertThat(ledger.error).isNotNull();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"imap, starttls", "imap, tls", "imaps, ssl"})
    void mailboxThatCannotBeTrustedIsNotOpened(String protocol, String tls) {
        ServerSetup mailbox = new ServerSetup(0, "127.0.0.1", protocol).dynamicPort();
        GreenMail server = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), mailbox});
        server.start();
        try {
            server.setUser("crm@x.example", "crm", "secret");
            com.icegreen.greenmail.util.GreenMailUtil.sendTextEmail(
                    "crm@x.example",
                    "ana@x.example",
                    "Subject",
                    "Words",
                    server.getSmtp().getServerSetup());
            server.waitForIncomingEmail(1);
            int port = protocol.equals("imap")
                    ? server.getImap().getPort()
                    : server.getImaps().getPort();
            Ledger ledger = new Ledger();
            ImapReader reader = new ImapReader();
            reader.ledger = ledger;
            reader.clock = Clock.systemUTC();
            reader.settings = Settings.of(Map.of(
                    Setting.MAIL_IN_HOST, "127.0.0.1",
                    Setting.MAIL_IN_PORT, String.valueOf(port),
                    Setting.MAIL_IN_USER, "crm",
                    Setting.MAIL_IN_PASSWORD, "secret",
                    Setting.MAIL_IN_TLS, tls));

            assertThat(reader.read()).isFalse();

            assertThat(ledger.kept).isEmpty();
            assertThat(ledger.error).isNotNull().doesNotContain("secret");
        } finally {
            server.stop();
        }
    }

    /** Remembers instead of the database. */
    private static final class Ledger extends MailboxLedger {

        private final List<IncomingMail> kept = new ArrayList<>();
        private boolean known;
        private long last;
        private String error;

        @Override
        public long place(String name, long validity, long startAfter) {
            last = known ? last : startAfter;
            known = true;
            return last;
        }

        @Override
        public boolean isKnown(String name, long validity) {
            return known;
        }

        @Override
        public void keep(String name, long uid, IncomingMail mail) {
            kept.add(mail);
            last = uid;
        }

        @Override
        public void skip(String name, long uid) {
            last = uid;
        }

        @Override
        public void looked(String name, String failure) {
            error = failure;
        }
    }

    private static IncomingMail read(String raw) {
        return MailReader.read(bytes(raw, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}

package org.vinculo.crm.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.notification.OutboxState;
import org.vinculo.crm.notification.OutboxView;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** To which servers a mail from the outbox goes. It may carry a link that opens an account. */
class MailTrustTest extends DatabaseTest {

    @TempDir
    Path folder;

    private long mail;

    @BeforeEach
    void write() {
        em.createQuery("delete from OutboxMessage m").executeUpdate();
        OutboxMessage message =
                new OutboxMessage("ana@example.org", "Hello", "https://link", "en", null, null, true, NOW);
        em.persist(message);
        flushAndClear();
        mail = message.getId();
    }

    @ParameterizedTest
    @CsvSource({"starttls, ip:127.0.0.1", "starttls, dns:mail.example", "ssl, ip:127.0.0.1", "ssl, dns:mail.example"})
    void aServerWhoseCertificateNobodyVouchesForGetsNothing(String tls, String name) throws Exception {
        try (TlsMailServer impostor =
                new TlsMailServer(Identity.of(folder, name).server(), tls.equals("ssl"))) {
            send(impostor.port(), tls, null);

            assertThat(impostor.encrypted()).isEmpty();
            assertThat(impostor.inClear()).noneMatch(MailTrustTest::tellsSomething);
        }
        waitsFor("UntrustedServerException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ssl"})
    void aServerWithTheCertificateOfAnotherGetsNothing(String tls) throws Exception {
        Identity another = Identity.of(folder, "dns:mail.example");
        try (TlsMailServer impostor = new TlsMailServer(another.server(), tls.equals("ssl"))) {
            send(impostor.port(), tls, another.whoTrustsIt());

            assertThat(impostor.encrypted()).noneMatch(MailTrustTest::tellsSomething);
            assertThat(impostor.inClear()).noneMatch(MailTrustTest::tellsSomething);
        }
        waitsFor("UntrustedServerException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ssl"})
    void aServerThatProvesWhoItIsGetsTheMailAndNothingInClear(String tls) throws Exception {
        Identity own = Identity.of(folder, "ip:127.0.0.1");
        try (TlsMailServer server = new TlsMailServer(own.server(), tls.equals("ssl"))) {
            send(server.port(), tls, own.whoTrustsIt());

            assertThat(server.encrypted()).contains("RCPT TO:<ana@example.org>", "https://link");
            assertThat(server.inClear()).noneMatch(MailTrustTest::tellsSomething);
        }
        assertThat(outcome().state()).isEqualTo(OutboxState.SENT);
    }

    /** Whatever is written there by mistake: only "none" means that mails may go in clear. */
    @ParameterizedTest
    @ValueSource(strings = {"starttls", "STARTTLS", "tls", "true", "start-tls", "smtps"})
    void aServerThatDoesNotEncryptGetsNothing(String tls) {
        try (ScriptedMailServer server = new ScriptedMailServer("EHLO", "250-scripted\r\n250 AUTH PLAIN")) {
            send(server.port(), tls, null);

            assertThat(server.heard()).noneMatch(MailTrustTest::tellsSomething);
        }
        waitsFor("NoEncryptionException");
    }

    /** As somebody on the way does it who takes the offer out of the answers, or the command out of the questions. */
    @ParameterizedTest
    @ValueSource(strings = {"454 not now", "500 what", "250 ok"})
    void aServerThatOffersToEncryptAndDoesNotGetsNothing(String answer) {
        try (ScriptedMailServer server = new ScriptedMailServer(
                Map.of("EHLO", "250-scripted\r\n250-AUTH PLAIN\r\n250 STARTTLS", "STARTTLS", answer))) {
            send(server.port(), "starttls", null);

            assertThat(server.heard()).noneMatch(MailTrustTest::tellsSomething);
        }
        assertThat(outcome().state()).isEqualTo(OutboxState.WAITING);
    }

    @Test
    void whoAsksForNoneGetsNone() {
        try (ScriptedMailServer server = new ScriptedMailServer("EHLO", "250-scripted\r\n250 AUTH PLAIN")) {
            send(server.port(), "none", null);

            assertThat(server.heard()).contains("RCPT TO:<ana@example.org>");
        }
        assertThat(outcome().state()).isEqualTo(OutboxState.SENT);
    }

    private static boolean tellsSomething(String line) {
        return line.matches("(?i)(AUTH|MAIL|RCPT|DATA).*") || line.contains("ana@") || line.contains("link");
    }

    private void waitsFor(String reason) {
        OutboxView outcome = outcome();
        assertThat(outcome.state()).isEqualTo(OutboxState.WAITING);
        assertThat(outcome.error()).isEqualTo(reason);
        assertThat(outcome.body()).isEqualTo("https://link");
    }

    private OutboxView outcome() {
        flushAndClear();
        return em.find(OutboxMessage.class, mail).view();
    }

    private void send(int port, String tls, SSLContext trusted) {
        Settings settings = Settings.of(new HashMap<>(Map.of(
                Setting.MAIL_HOST, "127.0.0.1",
                Setting.MAIL_PORT, Integer.toString(port),
                Setting.MAIL_TLS, tls,
                Setting.MAIL_USER, "crm",
                Setting.MAIL_PASSWORD, "correct horse",
                Setting.MAIL_FROM, "crm@serra.example")));
        MailTransport transport = new MailTransport() {
            @Override
            Properties properties(boolean letters) {
                Properties properties = super.properties(letters);
                if (trusted != null) {
                    properties.put("mail.smtp.ssl.socketFactory", trusted.getSocketFactory());
                }
                return properties;
            }
        };
        OutboxLedger ledger = wire(new OutboxLedger(), settings);
        wire(new OutboxSender(), settings, ledger, wire(transport, settings)).send();
    }
}

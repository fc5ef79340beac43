package org.vinculo.crm.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.enterprise.inject.Instance;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculo.crm.notification.LetterFile;
import org.vinculo.crm.notification.LetterFiles;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** Mail as a real mail server gets it, and what a bad day of that server leads to. */
class MailTransportTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @BeforeEach
    void start() {
        mailServer.start();
    }

    @AfterEach
    void stop() {
        mailServer.stop();
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        OutboxMessage mail = mail("conceicao@example.org", "Olá, Conceição: 5 € – ✓");

        transport(port(), Map.of()).send(mail);

        MimeMessage arrived = mailServer.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Olá, Conceição: 5 € – ✓");
        assertThat(arrived.getContent().toString().strip()).isEqualTo("Até logo.\r\n.\r\nEnd – ção");
        assertThat(arrived.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("conceicao@example.org"));
        assertThat(((InternetAddress) arrived.getFrom()[0]).getPersonal()).isEqualTo("Serra & Filhos");
        assertThat(arrived.getMessageID()).isEqualTo("<" + mail.getPublicId() + "@serra.example>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("Content-Language")).containsExactly("pt-BR");
        assertThat(arrived.getSentDate()).isEqualTo(Date.from(NOW));
    }

    @Test
    void filesGoWithTheMailUnderTheirNames(@TempDir Path folder) throws Exception {
        Path bytes = Files.write(folder.resolve("x"), new byte[] {1, 2, 3});
        MailTransport transport = transport(port(), Map.of());
        transport.files = rooms(ids -> ids.stream()
                .filter(id -> id.equals("a"))
                .map(id -> new LetterFile("Orçamento.pdf", "application/pdf", bytes))
                .toList());
        OutboxMessage mail = mail("ana@example.org", "Offer");
        mail.carry(List.of("a"));

        transport.send(mail);

        MimeMultipart parts = (MimeMultipart) mailServer.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo("Orçamento.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        OutboxMessage gone = mail("ana@example.org", "Offer");
        gone.carry(List.of("a", "b"));
        assertThatThrownBy(() -> transport.send(gone)).isInstanceOf(MessagingException.class);
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aSubjectAddsNoReceiver() throws Exception {
        transport(port(), Map.of()).send(mail("ana@example.org", "Hello\r\nBcc: eve@example.org\r\n\r\nText"));

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(mailServer.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        assertThat(mailServer.getReceivedMessages()[0].getAllRecipients()).hasSize(1);
    }

    @Test
    void aMailIsSentAsTheUserOfTheServer() throws Exception {
        mailServer.setUser("crm@serra.example", "crm", "correct horse");

        transport(port(), Map.of(Setting.MAIL_USER, "crm", Setting.MAIL_PASSWORD, "correct horse"))
                .send(mail("ana@example.org", "Hello"));

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aWrongPasswordOfTheServerIsNotTheFaultOfTheMail() {
        try (ScriptedMailServer server = new ScriptedMailServer("MAIL", "535 5.7.8 Authentication failed")) {
            MessagingException refused = refusal(server.port());

            assertThat(MailTransport.isForGood(refused)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HELLO, 421 too busy, false",
        "HELLO, 554 not from you, false",
        "HELLO, '', false",
        "MAIL, 451 later, false",
        "RCPT, 450 greylisted, false",
        "RCPT, 550 no such person, true",
        "DATA, '', false",
        "., 452 disk full, false",
        "., 554 looks like spam, true",
        "., '', false",
    })
    void onlyWhatTheServerSaysOfTheMailItselfIsForGood(String when, String answer, boolean forGood) {
        try (ScriptedMailServer server = new ScriptedMailServer(when, answer)) {
            MessagingException refused = refusal(server.port());

            assertThat(MailTransport.isForGood(refused))
                    .as("%s", MailTransport.reason(refused))
                    .isEqualTo(forGood);
            assertThat(MailTransport.reason(refused)).doesNotContain("ana@example.org");
        }
    }

    /** Mails carry links that open accounts: without the encryption that was asked for nothing is said. */
    @Test
    void nothingIsSentInClearToAServerWithoutEncryption() {
        mailServer.setUser("crm@serra.example", "crm", "correct horse");
        try (ScriptedMailServer server = new ScriptedMailServer("MAIL", "250 nobody should ask")) {
            for (int port : new int[] {port(), server.port()}) {
                MessagingException refused = refusal(port, "starttls");

                assertThat(MailTransport.isForGood(refused)).isFalse();
            }
        }
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void nothingIsSentToAServerThatCannotProveWhoItIs() {
        GreenMail impostor = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort());
        impostor.start();
        try {
            MessagingException refused = refusal(impostor.getSmtps().getPort(), "ssl");

            assertThat(MailTransport.isForGood(refused)).isFalse();
            assertThat(impostor.getReceivedMessages()).isEmpty();
        } finally {
            impostor.stop();
        }
    }

    @Test
    void nobodyThereIsNotForGood() {
        int port = port();
        mailServer.stop();

        assertThat(MailTransport.isForGood(refusal(port))).isFalse();
    }

    @Test
    void whatIsNoAddressIsForGood() {
        MessagingException refused = catchThrowableOfType(
                MessagingException.class, () -> transport(port(), Map.of()).send(mail("ana@@example", "Hello")));

        assertThat(MailTransport.isForGood(refused)).isTrue();
    }

    /** The library would cut every letter outside ASCII to its low byte, and write to somebody else. */
    @ParameterizedTest
    @CsvSource({
        "mar\u1d62a@example.org, AddressException",
        "ana@stra\u00dfe.example, AddressException",
    })
    void whatTheServerCannotBeToldIsNotSentToSomebodyElse(String to, String reason) {
        MessagingException refused = catchThrowableOfType(
                MessagingException.class, () -> transport(port(), Map.of()).send(mail(to, "Hello")));

        assertThat(refused).as("refused").isNotNull();
        assertThat(MailTransport.isForGood(refused)).isTrue();
        assertThat(MailTransport.reason(refused)).isEqualTo(reason);
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatTakesNoLettersOutsideAsciiIsToldNone() {
        try (ScriptedMailServer server = new ScriptedMailServer("", "")) {
            MessagingException refused =
                    catchThrowableOfType(MessagingException.class, () -> transport(server.port(), Map.of())
                            .send(mail("jo\u00e3o@example.org", "Hello")));

            assertThat(MailTransport.isForGood(refused)).isTrue();
            assertThat(MailTransport.reason(refused)).isEqualTo("Utf8NeededException");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("RCPT") || line.startsWith("DATA"));
        }
    }

    @ParameterizedTest
    @CsvSource({"s\u00e9rra@serra.example", "serra"})
    void aSenderWhoCannotWriteIsNotTheFaultOfTheMail(String sender) {
        try (ScriptedMailServer server = new ScriptedMailServer("", "")) {
            MessagingException refused = catchThrowableOfType(
                    MessagingException.class, () -> transport(server.port(), Map.of(Setting.MAIL_FROM, sender))
                            .send(mail("ana@example.org", "Hello")));

            assertThat(refused).as("refused").isNotNull();
            assertThat(MailTransport.isForGood(refused)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jo\u00e3o@example.org, jo\u00e3o@example.org, ' SMTPUTF8'",
        "joa\u0303o@b\u00fcro.example, jo\u00e3o@xn--bro-hoa.example, ' SMTPUTF8'",
        "info@b\u00fcro.example, info@xn--bro-hoa.example, ''",
    })
    void theServerIsToldTheExactAddress(String to, String told, String extension) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer("EHLO", "250-scripted\r\n250 SMTPUTF8")) {
            transport(server.port(), Map.of()).send(mail(to, "Ol\u00e1"));

            assertThat(server.heard())
                    .contains("MAIL FROM:<crm@serra.example>" + extension, "RCPT TO:<" + told + ">")
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(1);
        }
    }

    @Test
    void aDomainOutsideAsciiReachesAnyServer() throws Exception {
        transport(port(), Map.of(Setting.MAIL_FROM, "crm@s\u00e9rra.example"))
                .send(mail("info@b\u00fcro.example", "Hello"));

        MimeMessage arrived = mailServer.getReceivedMessages()[0];
        assertThat(arrived.getHeader("To", null)).isEqualTo("info@xn--bro-hoa.example");
        assertThat(((InternetAddress) arrived.getFrom()[0]).getAddress()).isEqualTo("crm@xn--srra-bpa.example");
    }

    private MessagingException refusal(int port) {
        return refusal(port, "none");
    }

    private MessagingException refusal(int port, String tls) {
        MessagingException refused =
                catchThrowableOfType(MessagingException.class, () -> transport(port, Map.of(Setting.MAIL_TLS, tls))
                        .send(mail("ana@example.org", "Hello")));
        assertThat(refused).as("the server refuses").isNotNull();
        return refused;
    }

    private int port() {
        return mailServer.getSmtp().getPort();
    }

    @SuppressWarnings("unchecked")
    private static Instance<LetterFiles> rooms(LetterFiles room) {
        return (Instance<LetterFiles>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) -> Stream.of(room));
    }

    private static OutboxMessage mail(String to, String subject) {
        return new OutboxMessage(to, subject, "Até logo.\n.\nEnd – ção", "pt-BR", null, null, false, NOW);
    }

    private static MailTransport transport(int port, Map<Setting, String> more) {
        Map<Setting, String> settings = new HashMap<>(Map.of(
                Setting.MAIL_HOST, "127.0.0.1",
                Setting.MAIL_PORT, Integer.toString(port),
                Setting.MAIL_TLS, "none",
                Setting.MAIL_FROM, "crm@serra.example",
                Setting.COMPANY_NAME, "Serra & Filhos"));
        settings.putAll(more);
        MailTransport transport = new MailTransport();
        transport.settings = Settings.of(settings);
        transport.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return transport;
    }
}

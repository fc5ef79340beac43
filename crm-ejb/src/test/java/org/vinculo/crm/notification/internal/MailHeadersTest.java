package org.vinculo.crm.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.enterprise.inject.Instance;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.notification.LetterFile;
import org.vinculo.crm.notification.LetterFiles;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxLetter;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.notification.OutboxState;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** Texts of people and of other systems in the head of a mail: whatever they are, they add no line to it. */
class MailHeadersTest extends DatabaseTest {

    private static final List<String> BREAKS =
            List.of("\r\n", "\n", "\r", "\r\n ", "\n\n", "\u2028", "\u0085", "\u000b", "%0d%0a", "=?utf-8?q?=0D=0A?=");
    private static final String TO = "ana@example.org";

    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @TempDir
    Path folder;

    /** Where the text of somebody gets into the head. */
    private enum Place {
        COMPANY,
        CUSTOMER,
        APPOINTMENT,
        SUBJECT,
        THREAD,
        FILE
    }

    @BeforeEach
    void start() {
        mailServer.start();
        em.createQuery("delete from OutboxMessage m").executeUpdate();
    }

    @AfterEach
    void stop() {
        mailServer.stop();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aTextAddsNoHeaderAndNoReceiver(Place place) throws Exception {
        MimeMessage honest = sent(place, "Ana");
        for (String lineBreak : BREAKS) {
            String text = "Ana" + lineBreak + "Bcc: eve@example.org" + lineBreak + lineBreak + "Injected";

            MimeMessage hostile = sent(place, text);

            assertThat(names(hostile)).as("%s %s", place, lineBreak).isEqualTo(names(honest));
            assertThat(hostile.getAllRecipients()).containsExactly(new InternetAddress(TO));
            if (place == Place.FILE) {
                assertThat(names(part(hostile))).as("%s", lineBreak).isEqualTo(names(part(honest)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n "})
    void anAddressWithALineBreakIsNotWrittenTo(String lineBreak) {
        String address = TO + lineBreak + "Bcc: eve@example.org";

        long receiver = enqueue(OutboxMail.of(address, Locale.ENGLISH, "identity.mail.passwordChanged", "Ana"));
        deliver(Map.of(), "");
        long sender = enqueue(OutboxMail.of(TO, Locale.ENGLISH, "identity.mail.passwordChanged", "Ana"));
        deliver(Map.of(Setting.MAIL_FROM, "crm@serra.example" + lineBreak + "Bcc: eve@example.org"), "");

        assertThat(state(receiver)).isEqualTo(OutboxState.FAILED);
        assertThat(state(sender)).isEqualTo(OutboxState.WAITING);
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    private MimeMessage sent(Place place, String text) throws Exception {
        Map<Setting, String> company = place == Place.COMPANY ? Map.of(Setting.COMPANY_NAME, text) : Map.of();
        Outbox outbox = wire(new Outbox(), settings(company));
        switch (place) {
            case COMPANY -> outbox.enqueue(OutboxMail.of(TO, Locale.ENGLISH, "identity.mail.passwordChanged", "Ana"));
            case CUSTOMER ->
                outbox.enqueue(OutboxMail.of(TO, Locale.ENGLISH, "portal.mail.changed", "Ana", text, "what", "link"));
            case APPOINTMENT ->
                outbox.enqueue(OutboxMail.of(
                                TO,
                                Locale.ENGLISH,
                                "activity.mail.invitation",
                                "Ana",
                                text,
                                "when",
                                "where",
                                "who",
                                "y",
                                "n")
                        .with(new OutboxMail.CalendarPart("REQUEST", "BEGIN:VCALENDAR")));
            case SUBJECT -> outbox.enqueue(letter(text, List.of(), List.of()));
            case THREAD -> outbox.enqueue(letter("Offer", List.of("<first@example.org>", text), List.of()));
            case FILE -> outbox.enqueue(letter("Offer", List.of(), List.of("file")));
        }
        mailServer.purgeEmailFromAllMailboxes();
        deliver(company, text);
        assertThat(mailServer.getReceivedMessages()).as("%s %s", place, text).hasSize(1);
        return mailServer.getReceivedMessages()[0];
    }

    private static OutboxLetter letter(String subject, List<String> thread, List<String> files) {
        return new OutboxLetter(TO, Locale.ENGLISH, subject, "Words", 1, null, thread, files);
    }

    private long enqueue(OutboxMail mail) {
        wire(new Outbox(), settings(Map.of())).enqueue(mail);
        em.flush();
        return em.createQuery("select max(m.id) from OutboxMessage m", Long.class)
                .getSingleResult();
    }

    private OutboxState state(long id) {
        return em.find(OutboxMessage.class, id).getState();
    }

    /** Whoever wrote by hand has a few seconds to think it over. */
    private void deliver(Map<Setting, String> more, String fileName) {
        flushAndClear();
        Settings settings = settings(more);
        MailTransport transport = wire(new MailTransport(), settings);
        transport.files = carrying(new LetterFile(fileName, "application/pdf", folder));
        transport.clock = clock;
        OutboxLedger ledger = wire(new OutboxLedger(), settings);
        ledger.clock = Clock.offset(clock, Duration.ofMinutes(1));
        wire(new OutboxSender(), settings, ledger, transport).send();
        flushAndClear();
    }

    private Settings settings(Map<Setting, String> more) {
        Map<Setting, String> settings = new HashMap<>(Map.of(
                Setting.MAIL_HOST, "127.0.0.1",
                Setting.MAIL_PORT, Integer.toString(mailServer.getSmtp().getPort()),
                Setting.MAIL_TLS, "none",
                Setting.MAIL_FROM, "crm@serra.example"));
        settings.putAll(more);
        return Settings.of(settings);
    }

    @SuppressWarnings("unchecked")
    private Instance<LetterFiles> carrying(LetterFile file) {
        LetterFiles room = names -> {
            try {
                Path bytes = Files.write(folder.resolve("bytes"), new byte[] {1});
                return List.of(new LetterFile(file.name(), file.mediaType(), bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return (Instance<LetterFiles>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) -> Stream.of(room));
    }

    private static Part part(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(1);
    }

    private static List<String> names(Part part) throws MessagingException {
        return Collections.list(part.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }
}

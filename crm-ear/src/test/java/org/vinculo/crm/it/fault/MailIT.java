package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.access.PageClient;

/** Mails that people wait for, over a mail server, a killed server and a restart. */
class MailIT {

    private static final List<String> NEWCOMERS =
            List.of("ana@cliente.example", "bruno@cliente.example", "carmen@cliente.example");
    private static final Duration SOME_ROUNDS_OF_THE_SENDER = Duration.ofSeconds(7);
    private static final Pattern LINK =
            Pattern.compile("https?://\\S+/portal/(verify-email\\?token=[A-Za-z0-9_-]{43})");

    @TempDir
    Path folder;

    @Test
    void whatWasAskedForBeforeTheServerDiedArrivesOnceItIsBack() throws Exception {
        GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mailServer.start();
        ServerUnderTest.Plan plan = Installation.plan(folder);
        try (ServerUnderTest server = plan.start()) {
            for (String email : NEWCOMERS) {
                new PageClient(server.portal())
                        .submit("register", "registerForm", "submit", Map.of("name", "New Comer", "email", email));
            }
            server.kill();
            plan.property("crm.mail.host", "127.0.0.1")
                    .property("crm.mail.tls", "none")
                    .property(
                            "crm.mail.port",
                            Integer.toString(mailServer.getSmtp().getPort()));
            server.restart();

            assertThat(mailServer.waitForIncomingEmail(30_000, NEWCOMERS.size()))
                    .isTrue();
            Pause.of(SOME_ROUNDS_OF_THE_SENDER);

            MimeMessage[] arrived = mailServer.getReceivedMessages();
            assertThat(receivers(arrived)).containsExactlyInAnyOrderElementsOf(NEWCOMERS);
            Matcher link = LINK.matcher(arrived[0].getContent().toString());
            assertThat(link.find()).isTrue();
            assertThat(new PageClient(server.portal()).get(link.group(1)).body())
                    .contains("accept:password");
            assertThat(URI.create(link.group()).getPort()).isEqualTo(server.port());
        } finally {
            mailServer.stop();
        }
    }

    private static List<String> receivers(MimeMessage... mails) throws Exception {
        List<String> all = new ArrayList<>();
        for (MimeMessage mail : mails) {
            Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .map(Object::toString)
                    .forEach(all::add);
        }
        return all;
    }
}

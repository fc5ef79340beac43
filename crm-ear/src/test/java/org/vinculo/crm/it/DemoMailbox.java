package org.vinculo.crm.it;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** The mailbox that customers of the demo company write to; the server fetches what is put there. */
public final class DemoMailbox {

    private static final String LOGIN = "crm";
    private static GreenMail server;
    private static GreenMailUser box;

    private DemoMailbox() {}

    /** Has a server read the mailbox. */
    static synchronized ServerUnderTest.Plan readBy(ServerUnderTest.Plan plan) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
        server.start();
        box = server.setUser("crm@serra.example", LOGIN, LOGIN);
        return plan.property("crm.mail.in.host", "127.0.0.1")
                .property("crm.mail.in.port", Integer.toString(server.getImap().getPort()))
                .property("crm.mail.in.tls", "none")
                .property("crm.mail.in.user", LOGIN)
                .property("crm.mail.in.password", LOGIN)
                .property("crm.mail.in.seconds", "5");
    }

    static synchronized void close() {
        server.stop();
    }

    /** Not where tests work on a server that somebody else has started. */
    public static synchronized boolean isRead() {
        DemoServer.backoffice();
        return box != null;
    }

    /** Puts a mail into it, with its headers, as it would come over the wire. */
    public static synchronized void receive(String mail) {
        try {
            box.deliver(new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

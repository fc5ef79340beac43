package org.vinculo.crm.interaction.internal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Enumeration;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.platform.Encryption;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.ConcurrentChange;

/**
 * Takes new mails from the mailbox over IMAP. The folder is opened for reading only: nothing in it is marked, moved or deleted,
 * so that people may go on using it. How far it was read is remembered by the numbers of the server; a mailbox that is read for
 * the first time is read from a week ago on.
 */
@ApplicationScoped
public class ImapReader {

    private static final Logger LOG = Logger.getLogger(ImapReader.class.getName());
    private static final int AT_ONCE = 25;
    private static final int MOST_LOOKS = 3;
    private static final long WINDOW = 2_000;
    private static final int LONGEST_HEAD = 200_000;
    private static final Duration FIRST_TIME = Duration.ofDays(7);
    private static final String TIMEOUT_MILLIS = "20000";
    private static final long MEGABYTE = 1024L * 1024L;

    private long stuckAt = -1;
    private int looks;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    MailboxLedger ledger;

    /** Reads what is new, a handful at a time. @return whether there is more */
    public boolean read() {
        String name = name();
        try (Store store = session().getStore("imap")) {
            store.connect(settings.get(Setting.MAIL_IN_USER), settings.get(Setting.MAIL_IN_PASSWORD));
            Folder folder = store.getFolder(settings.get(Setting.MAIL_IN_FOLDER));
            folder.open(Folder.READ_ONLY);
            try {
                boolean more = readFrom(folder, name);
                ledger.looked(name, null);
                return more;
            } finally {
                folder.close(false);
            }
        } catch (MessagingException refused) {
            LOG.log(Level.WARNING, "the mailbox does not answer: {0}", refused.getMessage());
            ledger.looked(name, refused.getClass().getSimpleName() + ": " + refused.getMessage());
            return false;
        }
    }

    private boolean readFrom(Folder folder, String name) throws MessagingException {
        UIDFolder uids = (UIDFolder) folder;
        long validity = uids.getUIDValidity();
        long next = uids.getUIDNext();
        long start = ledger.isKnown(name, validity) ? 0 : beforeFirst(folder, uids);
        long last = ledger.place(name, validity, start);
        long end = last + WINDOW;
        int kept = 0;
        for (Message message : uids.getMessagesByUID(last + 1, end)) {
            long uid = message == null ? -1 : uids.getUID(message);
            if (uid <= last) {
                continue;
            }
            if (kept == AT_ONCE) {
                return true;
            }
            keep(name, uid, message);
            kept++;
        }
        boolean more = next > end + 1;
        if (more) {
            ledger.skip(name, end);
        }
        return more;
    }

    /** One mail that cannot be read must not keep the others away. */
    private void keep(String name, long uid, Message message) throws MessagingException {
        IncomingMail mail;
        try {
            mail = read(message);
        } catch (MessagingException refused) {
            if (!message.getFolder().isOpen() || !isGivenUp(uid)) {
                throw refused;
            }
            mail = unreadable(uid, refused);
        } catch (IOException | RuntimeException | VirtualMachineError unread) {
            // Also what would need more memory or stack than there is: it would not be another mail the next time.
            mail = unreadable(uid, unread);
        }
        try {
            ledger.keep(name, uid, mail);
        } catch (ConcurrentChange lost) {
            throw new MessagingException("somebody else reads this mailbox", lost);
        } catch (RuntimeException refused) {
            LOG.log(Level.WARNING, refused, () -> "mail " + uid + " could not be kept as it is");
            ledger.keep(name, uid, MailReader.readHead(new byte[0]));
        }
    }

    /** A server that has a bad moment gets more than one chance to hand out a mail, a broken mail not all of them. */
    private boolean isGivenUp(long uid) {
        looks = uid == stuckAt ? looks + 1 : 1;
        stuckAt = uid;
        return looks >= MOST_LOOKS;
    }

    private static IncomingMail unreadable(long uid, Throwable reason) {
        LOG.log(Level.WARNING, reason, () -> "mail " + uid + " could not be read and is kept without its words");
        return MailReader.readHead(new byte[0]);
    }

    IncomingMail read(Message message) throws MessagingException, IOException {
        return message.getSize() > settings.number(Setting.MAIL_IN_MAX_MB) * MEGABYTE
                ? MailReader.readHead(head(message))
                : MailReader.read(whole(message));
    }

    private static byte[] whole(Message message) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return raw.toByteArray();
    }

    private static byte[] head(Message message) throws MessagingException {
        StringBuilder head = new StringBuilder();
        Enumeration<Header> headers = message.getAllHeaders();
        while (headers.hasMoreElements() && head.length() < LONGEST_HEAD) {
            Header header = headers.nextElement();
            head.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private long beforeFirst(Folder folder, UIDFolder uids) throws MessagingException {
        Date since = Date.from(clock.instant().minus(FIRST_TIME));
        Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, since));
        return found.length == 0 ? Math.max(0, uids.getUIDNext() - 1) : uids.getUID(found[0]) - 1;
    }

    private String name() {
        return settings.get(Setting.MAIL_IN_USER) + "@" + settings.get(Setting.MAIL_IN_HOST) + "/"
                + settings.get(Setting.MAIL_IN_FOLDER);
    }

    private Session session() {
        Encryption encryption = settings.encryption(Setting.MAIL_IN_TLS);
        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", settings.get(Setting.MAIL_IN_HOST));
        properties.setProperty("mail.imap.port", settings.get(Setting.MAIL_IN_PORT));
        properties.setProperty("mail.imap.ssl.enable", String.valueOf(encryption == Encryption.SSL));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.imap.starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.imap.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.imap.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.debug", "false");
        return Session.getInstance(properties);
    }
}

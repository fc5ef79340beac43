package org.vinculo.crm.notification.internal;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.vinculo.crm.notification.LetterFile;
import org.vinculo.crm.notification.LetterFiles;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.platform.Encryption;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.Normal;

/** One mail over SMTP. Certificates are checked; nothing is sent in clear unless the setting says so. */
@ApplicationScoped
public class MailTransport {

    private static final Logger LOG = Logger.getLogger(MailTransport.class.getName());
    private static final String TIMEOUT_MILLIS = "15000";
    /** RFC 4954, section 6. */
    private static final String ABOUT_AUTHENTICATION = "53";

    private static final Pattern REPLY = Pattern.compile("\\b([245]\\d\\d)[ -]");

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<LetterFiles> files;

    /** @throws MessagingException when the server refuses or cannot be reached */
    public void send(OutboxMessage mail) throws MessagingException {
        InternetAddress from = sender();
        InternetAddress to = address(mail.getToAddress());
        boolean letters = !isAscii(from.getAddress() + to.getAddress());
        Session session = session(letters);
        MimeMessage message = message(mail, session, from, to);
        message.saveChanges();
        try (Transport transport = session.getTransport()) {
            connect(transport);
            if (letters && !(transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8"))) {
                throw isAscii(to.getAddress())
                        ? new MessagingException("the server takes no sender with letters outside ASCII")
                        : new Utf8NeededException();
            }
            transport.sendMessage(message, new Address[] {to});
        }
    }

    /** Whoever runs the server can do something about an encryption that does not come about, so that is told apart. */
    private static void connect(Transport transport) throws MessagingException {
        try {
            transport.connect();
        } catch (MessagingException refused) {
            if (text(refused).contains("STARTTLS is required")) {
                throw new NoEncryptionException();
            }
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateException) {
                    LOG.log(Level.WARNING, "the mail server is not trusted: {0}", cause.getMessage());
                    throw new UntrustedServerException();
                }
            }
            throw refused;
        }
    }

    /**
     * What the server is to be told, letter for letter. The library cuts letters that the server has not agreed to take
     * to their low byte, which is somebody else's address.
     */
    private static InternetAddress address(String address) throws AddressException {
        return new InternetAddress(
                EmailAddress.written(address).orElseThrow(() -> new AddressException("no address to write to")), true);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    private MimeMessage message(OutboxMessage mail, Session session, InternetAddress from, InternetAddress to)
            throws MessagingException {
        String id = MessageIds.of(mail.getPublicId(), settings.get(Setting.MAIL_FROM));
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(mail.getSubject(), StandardCharsets.UTF_8.name());
        if (mail.getCalendarText() == null && mail.getFiles().isEmpty()) {
            message.setText(mail.getBody(), StandardCharsets.UTF_8.name());
        } else if (!mail.getFiles().isEmpty()) {
            message.setContent(withFiles(mail));
        } else {
            message.setContent(withCalendar(mail));
        }
        message.setHeader("Content-Language", mail.getLanguage());
        if (!mail.isPersonal()) {
            message.setHeader("Auto-Submitted", "auto-generated");
        }
        if (mail.getInReplyTo() != null) {
            message.setHeader("In-Reply-To", Normal.line(mail.getInReplyTo()));
            message.setHeader(
                    "References", MimeUtility.fold("References: ".length(), Normal.line(mail.getReferences())));
        }
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }

    /** The text and the files; a mail whose files are gone is not sent without them. */
    private MimeMultipart withFiles(OutboxMessage mail) throws MessagingException {
        List<LetterFile> carried = files.stream()
                .flatMap(room -> room.find(mail.getFiles()).stream())
                .toList();
        if (carried.size() != mail.getFiles().size()) {
            throw new MessagingException("files of the mail are missing");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.getBody(), StandardCharsets.UTF_8.name());
        MimeMultipart all = new MimeMultipart("mixed", text);
        for (LetterFile file : carried) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new StoredFile(file)));
            try {
                part.setFileName(MimeUtility.encodeText(Normal.line(file.name()), StandardCharsets.UTF_8.name(), null));
            } catch (UnsupportedEncodingException impossible) {
                throw new IllegalStateException(impossible);
            }
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    /** Read from the disk while the mail goes out, not kept in memory. */
    private record StoredFile(LetterFile file) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file.content());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("read only");
        }

        @Override
        public String getContentType() {
            return file.mediaType();
        }

        @Override
        public String getName() {
            return file.name();
        }
    }

    /** The text, and beside it the file for calendar programs, which show it as an invitation. */
    private static MimeMultipart withCalendar(OutboxMessage mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.getBody(), StandardCharsets.UTF_8.name());
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setDataHandler(new DataHandler(new ByteArrayDataSource(
                mail.getCalendarText().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=" + mail.getCalendarMethod())));
        calendar.setFileName("invite.ics");
        return new MimeMultipart("mixed", text, calendar);
    }

    /**
     * Whether trying again is in vain: a malformed address, one that the server has no letters for, or a reply of 5xx to this very mail. What the server says to
     * everybody (closed, unknown to it, wrong password) is a matter of the configuration, which somebody will repair.
     */
    static boolean isForGood(MessagingException refused) {
        if (refused instanceof AddressException) {
            return true;
        }
        Matcher reply = REPLY.matcher(text(refused));
        return refused instanceof SendFailedException
                && reply.find()
                && reply.group(1).startsWith("5")
                && !reply.group(1).startsWith(ABOUT_AUTHENTICATION);
    }

    /** What to show of a refusal: the kind and the reply code, no address. */
    static String reason(MessagingException refused) {
        Matcher reply = REPLY.matcher(text(refused));
        String code = reply.find() ? " " + reply.group(1) : "";
        return refused.getClass().getSimpleName() + code;
    }

    private static String text(MessagingException refused) {
        StringBuilder text = new StringBuilder();
        Exception part = refused;
        while (part != null) {
            text.append(part.getMessage()).append(' ');
            part = part instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return text.toString();
    }

    private InternetAddress sender() throws MessagingException {
        InternetAddress from;
        try {
            from = address(settings.get(Setting.MAIL_FROM));
        } catch (AddressException setting) {
            throw new MessagingException("the sender is no address", setting);
        }
        try {
            from.setPersonal(Normal.line(settings.companyName()), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return from;
    }

    /** @param letters whether an address has letters outside ASCII, which only RFC 6531 lets through */
    private Session session(boolean letters) {
        Properties properties = properties(letters);
        if (!settings.isSet(Setting.MAIL_USER)) {
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.get(Setting.MAIL_USER), settings.get(Setting.MAIL_PASSWORD));
            }
        });
    }

    Properties properties(boolean letters) {
        Encryption encryption = settings.encryption(Setting.MAIL_TLS);
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.get(Setting.MAIL_HOST));
        properties.setProperty("mail.smtp.port", settings.get(Setting.MAIL_PORT));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(encryption == Encryption.SSL));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.mime.allowutf8", String.valueOf(letters));
        properties.setProperty("mail.debug", "false");
        return properties;
    }
}

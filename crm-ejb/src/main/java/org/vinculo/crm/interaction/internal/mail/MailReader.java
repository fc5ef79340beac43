package org.vinculo.crm.interaction.internal.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.Normal;

/**
 * Reads a mail that anybody may have sent. Sizes, depths and numbers are bounded; what cannot be decoded is read as well as it
 * goes; nothing that is wrong with a mail is an error of ours.
 */
public final class MailReader {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;
    private static final int MOST_FILES = 20;
    private static final int MOST_BOUNDARIES = 5_000;
    private static final int LONGEST_HEADER = 20_000;
    private static final int LONGEST_ID = 500;
    private static final int MOST_REFERENCES = 50;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PART = 4_000_000;
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,498}>");
    private static final Pattern TEXT_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]{1,498}>)");
    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster", "noreply", "no-reply");
    private static final Session SESSION = Session.getInstance(properties());

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<IncomingMail.File> files = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<String> bounced = new ArrayList<>();
    private int parts;
    private boolean cut;

    private MailReader() {}

    /** @param raw the whole mail as it came */
    public static IncomingMail read(byte[] raw) {
        return new MailReader().mail(raw, false);
    }

    /** @param head only the headers, of a mail that is too large to be taken */
    public static IncomingMail readHead(byte[] head) {
        return new MailReader().mail(head, true);
    }

    private IncomingMail mail(byte[] raw, boolean headOnly) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            boolean report = type(message).startsWith("multipart/report");
            boolean whole = !headOnly && lines(raw) <= MOST_BOUNDARIES;
            if (whole) {
                walk(message, 0);
            }
            InternetAddress sender = sender(message);
            String from = sender == null
                    ? null
                    : EmailAddress.normal(sender.getAddress()).orElse(null);
            boolean bounce = report && !bounced.isEmpty() || report && isDaemon(from);
            if (bounce && bounced.isEmpty()) {
                bounced.addAll(references(message));
            }
            return new IncomingMail(
                    line(id(header(message, "Message-ID"))),
                    references(message),
                    from,
                    sender == null ? null : MailText.cut(line(sender.getPersonal()), LONGEST_NAME),
                    receiver(message),
                    MailText.cut(line(decoded(header(message, "Subject"))), LONGEST_SUBJECT),
                    text(),
                    cut || !whole,
                    sent(message),
                    report || isAutomatic(message, from),
                    bounce ? bounced : List.of(),
                    files,
                    left);
        } catch (MessagingException unreadable) {
            return new IncomingMail(
                    null, List.of(), null, null, null, null, "", true, null, false, List.of(), List.of(), List.of());
        }
    }

    /** Lines that could divide parts: each costs memory before anybody can count the parts. */
    private static int lines(byte[] raw) {
        int lines = 0;
        for (int i = 2; i < raw.length; i++) {
            if (raw[i] == '-' && raw[i - 1] == '-' && raw[i - 2] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private String text() {
        cut |= plain.length() > 2 * MailText.LONGEST;
        String words = plain.isEmpty() ? MailText.ofHtml(html.toString()) : MailText.clean(plain.toString());
        if (words.length() <= MailText.LONGEST) {
            return words;
        }
        cut = true;
        return MailText.cut(words, MailText.LONGEST);
    }

    /** Every part once; alternatives of the same words count by their plainest form. */
    private void walk(Part part, int depth) {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            cut = true;
            return;
        }
        String type = type(part);
        try {
            if (type.startsWith("multipart/")) {
                children(part, depth);
            } else if (isFile(part, type)) {
                file(part);
            } else if (type.startsWith("message/delivery-status") || type.startsWith("text/rfc822-headers")) {
                collectBounced(words(part, StandardCharsets.US_ASCII.name()));
            } else if (type.startsWith("message/rfc822")) {
                collectBounced(words(part, StandardCharsets.US_ASCII.name()));
                file(part);
            } else if (type.startsWith("text/html")) {
                html.append(words(part, null)).append('\n');
            } else if (type.startsWith("text/")) {
                plain.append(words(part, null)).append("\n\n");
            }
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            cut = true;
        }
    }

    private void children(Part part, int depth) throws MessagingException, IOException {
        Object content = part.getContent();
        if (!(content instanceof Multipart multipart)) {
            cut = true;
            return;
        }
        int count = Math.min(multipart.getCount(), MOST_PARTS);
        for (int i = 0; i < count; i++) {
            walk(multipart.getBodyPart(i), depth + 1);
        }
    }

    private static boolean isFile(Part part, String type) throws MessagingException {
        String disposition = part.getDisposition();
        if (Part.ATTACHMENT.equalsIgnoreCase(disposition)) {
            return true;
        }
        boolean words = type.startsWith("text/plain") || type.startsWith("text/html");
        boolean report = type.startsWith("message/") || type.startsWith("text/rfc822-headers");
        return !words && !report || !report && fileName(part) != null;
    }

    private void file(Part part) throws MessagingException, IOException {
        String name = fileName(part);
        String shown = name == null ? "mail-" + (files.size() + 1) + ending(type(part)) : name;
        if (files.size() >= MOST_FILES) {
            left.add(shown);
            return;
        }
        try (InputStream content = part.getInputStream()) {
            files.add(new IncomingMail.File(shown, content.readAllBytes()));
        }
    }

    private static String ending(String type) {
        return switch (type) {
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/gif" -> ".gif";
            case "application/pdf" -> ".pdf";
            case "message/rfc822" -> ".eml";
            default -> "";
        };
    }

    private static String fileName(Part part) throws MessagingException {
        try {
            String name = part.getFileName();
            return name == null || name.isBlank() ? null : decoded(MailText.cut(name, LONGEST_HEADER));
        } catch (ParseException malformed) {
            return "file";
        }
    }

    private void collectBounced(String words) {
        Matcher ids = TEXT_ID.matcher(words);
        while (ids.find() && bounced.size() < MOST_REFERENCES) {
            bounced.add(ids.group(1));
        }
    }

    private String words(Part part, String assumed) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream content = part.getInputStream()) {
            bytes = content.readNBytes(LONGEST_PART);
            cut |= content.read() >= 0;
        }
        return decode(bytes, assumed == null ? charset(part) : assumed);
    }

    /** In the character set that the mail names, else in the one that it fits. */
    static String decode(byte[] bytes, String charset) {
        try {
            if (charset != null) {
                return new String(bytes, Charset.forName(MimeUtility.javaCharset(charset)));
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return guessed(bytes);
        }
        return guessed(bytes);
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String charset(Part part) {
        try {
            String type = part.getContentType();
            return type == null ? null : new ContentType(type).getParameter("charset");
        } catch (MessagingException malformed) {
            return null;
        }
    }

    private static String type(Part part) {
        try {
            String type = part.getContentType();
            return type == null
                    ? "text/plain"
                    : new ContentType(type).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException malformed) {
            return "text/plain";
        }
    }

    private static boolean isAutomatic(MimeMessage message, String from) {
        String submitted = lower(header(message, "Auto-Submitted"));
        String precedence = lower(header(message, "Precedence"));
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || Set.of("bulk", "junk", "list", "auto_reply").contains(precedence)
                || header(message, "X-Autoreply") != null
                || header(message, "X-Autorespond") != null
                || header(message, "List-Id") != null
                || header(message, "List-Unsubscribe") != null
                || "<>".equals(header(message, "Return-Path"))
                || isDaemon(from);
    }

    private static boolean isDaemon(String from) {
        return from != null && MACHINES.contains(from.substring(0, Math.max(0, from.indexOf('@'))));
    }

    private static String lower(String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    }

    private static InternetAddress sender(MimeMessage message) {
        return first(header(message, "From"));
    }

    private static String receiver(MimeMessage message) {
        InternetAddress to = first(header(message, "To"));
        return to == null || to.getAddress() == null ? null : MailText.cut(line(to.getAddress()), 320);
    }

    private static InternetAddress first(String header) {
        if (header == null) {
            return null;
        }
        try {
            InternetAddress[] all = InternetAddress.parseHeader(header, false);
            return all.length == 0 ? null : all[0];
        } catch (MessagingException malformed) {
            return null;
        }
    }

    private static List<String> references(MimeMessage message) {
        List<String> ids = new ArrayList<>();
        for (String header : List.of("References", "In-Reply-To")) {
            String value = header(message, header);
            Matcher found = ID.matcher(value == null ? "" : value);
            while (found.find()) {
                if (!ids.contains(found.group())) {
                    ids.add(found.group());
                }
            }
        }
        return ids.size() <= MOST_REFERENCES ? ids : ids.subList(ids.size() - MOST_REFERENCES, ids.size());
    }

    private static String id(String header) {
        if (header == null) {
            return null;
        }
        Matcher found = ID.matcher(header);
        String id = found.find() ? found.group() : header.strip();
        return id.isEmpty() || id.length() > LONGEST_ID ? null : id;
    }

    private static Instant sent(MimeMessage message) {
        try {
            Date date = message.getSentDate();
            return date == null ? null : date.toInstant();
        } catch (MessagingException malformed) {
            return null;
        }
    }

    private static String header(Message message, String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0
                    ? null
                    // Cut before: unfolding copies the rest of the header at each fold.
                    : MimeUtility.unfold(MailText.cut(values[0], LONGEST_HEADER));
        } catch (MessagingException malformed) {
            return null;
        }
    }

    private static String decoded(String header) {
        if (header == null) {
            return null;
        }
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException unknownCharset) {
            return header;
        }
    }

    private static String line(String text) {
        return text == null ? null : Normal.line(MailText.clean(text));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.decodetext.strict", "false");
        properties.setProperty("mail.debug", "false");
        return properties;
    }
}

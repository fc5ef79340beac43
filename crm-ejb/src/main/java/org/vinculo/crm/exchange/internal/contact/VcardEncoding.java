package org.vinculo.crm.exchange.internal.contact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.exchange.internal.file.TextEncoding;

/**
 * The encoding of a file of vCards. Cards of version 2.1 say it themselves, property by property; that is believed where
 * a property that is written plainly has letters beyond ASCII and the file is not UTF-8.
 */
public final class VcardEncoding {

    private static final int SAMPLE = 512 * 1024;
    private static final Pattern DECLARED = Pattern.compile("(?i);CHARSET=\"?([A-Za-z0-9_.:-]{2,40}?)\"?[;:]");
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+");

    private VcardEncoding() {}

    public static TextEncoding detect(Path file) throws IOException {
        TextEncoding found = TextEncoding.detect(file);
        if (found.bomBytes() > 0
                || found.charset().equals(StandardCharsets.UTF_8)
                || found.charset().name().startsWith("UTF-16")) {
            return found;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        return LINE_END.splitAsStream(new String(head, StandardCharsets.ISO_8859_1))
                .map(VcardEncoding::declared)
                .filter(charset -> charset != null && !charset.equals(StandardCharsets.UTF_8))
                .findFirst()
                .map(charset -> new TextEncoding(charset, 0))
                .orElse(found);
    }

    /** What a line says that its letters beyond ASCII are, or null. */
    private static Charset declared(String line) {
        int colon = line.indexOf(':');
        int plain = line.length();
        while (plain > 0 && line.charAt(plain - 1) < 0x80) {
            plain--;
        }
        if (colon < 0 || plain == 0) {
            return null;
        }
        Matcher declared = DECLARED.matcher(line);
        return declared.find() && declared.start() < colon && declared.end() < plain
                ? charset(declared.group(1))
                : null;
    }

    private static Charset charset(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalCharsetNameException noName) {
            return null;
        }
    }
}

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
    private static final Pattern DECLARED =
            Pattern.compile("(?im)^[^:\\r\\n]*;CHARSET=\"?([A-Za-z0-9_.:-]{2,40}?)\"?[;:][^\\r\\n]*[\\x80-\\xff]");

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
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        while (declared.find()) {
            Charset charset = charset(declared.group(1));
            if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
                return new TextEncoding(charset, 0);
            }
        }
        return found;
    }

    private static Charset charset(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalCharsetNameException noName) {
            return null;
        }
    }
}

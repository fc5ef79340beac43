package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a file is by its content; the name is only a claim. */
public enum FileType {
    TEXT,
    XLSX,
    VCARD;

    private static final int HEAD = 8192;
    private static final Pattern VCARD_START = Pattern.compile("\\s*BEGIN\\s*:\\s*VCARD\\s", Pattern.CASE_INSENSITIVE);

    /** @throws UnreadableFile for an empty file and for anything that is neither text nor a workbook */
    public static FileType of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new UnreadableFile("exchange.file.empty");
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile("exchange.file.oldExcel");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        if (startsWith(head, 'P', 'K', 5, 6) || startsWith(head, 'P', 'K', 7, 8) || looksBinary(head)) {
            throw new UnreadableFile("exchange.file.notATable");
        }
        return VCARD_START.matcher(ascii(head)).lookingAt() ? VCARD : TEXT;
    }

    /** The beginning of the text without marks, whether each character takes one, two or four bytes. */
    private static String ascii(byte[] head) {
        StringBuilder text = new StringBuilder();
        for (byte b : head) {
            if (b > 0) {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    private static boolean looksBinary(byte[] head) {
        if (startsWith(head, '%', 'P', 'D', 'F')
                || startsWith(head, 0x1F, 0x8B)
                || startsWith(head, 'M', 'Z')
                || startsWith(head, 0x7F, 'E', 'L', 'F')
                || startsWith(head, 0x89, 'P', 'N', 'G')
                || startsWith(head, 0xFF, 0xD8, 0xFF)
                || startsWith(head, 'G', 'I', 'F', '8')) {
            return true;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
            return false;
        }
        int control = 0;
        int zero = 0;
        for (byte b : head) {
            zero += b == 0 ? 1 : 0;
            control += b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B ? 1 : 0;
        }
        // Up to half of UTF-16 is zeros; the encoding is found later.
        return control * 20 > head.length || zero * 20 > head.length * 11;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

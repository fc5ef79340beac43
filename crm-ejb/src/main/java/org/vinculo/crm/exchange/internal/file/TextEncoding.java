package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The encoding of a text file.
 *
 * <p>The whole file is looked at, because the first accent often comes after thousands of plain rows. A byte order mark
 * decides; then valid UTF-8; then statistics, which are believed only for scripts that cannot be taken for a Western
 * European text with a few accents; then Windows-1252.
 *
 * @param charset the encoding
 * @param bomBytes length of the byte order mark
 */
public record TextEncoding(Charset charset, int bomBytes) {

    public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Set<String> EAST_ASIAN =
            Set.of("SHIFT_JIS", "EUC-JP", "ISO-2022-JP", "EUC-KR", "BIG5", "EUC-TW", "GB18030", "GB2312", "GBK");
    private static final int BLOCK = 64 * 1024;
    private static final int SAMPLE = 512 * 1024;

    public static TextEncoding detect(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return detect(in);
        }
    }

    static TextEncoding detect(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        int length = in.readNBytes(block, 0, BLOCK);
        TextEncoding marked = byMark(block, length);
        if (marked != null) {
            return marked;
        }
        Charset wide = byZeros(block, length);
        if (wide != null) {
            return new TextEncoding(wide, 0);
        }
        Utf8Check utf8 = new Utf8Check();
        UniversalDetector statistics = new UniversalDetector();
        HighBytes highBytes = new HighBytes();
        while (length > 0) {
            utf8.add(block, length);
            if (highBytes.add(block, length) && !statistics.isDone()) {
                statistics.handleData(block, 0, length);
            }
            length = in.readNBytes(block, 0, BLOCK);
        }
        if (utf8.isPlausible()) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        statistics.dataEnd();
        return new TextEncoding(byStatistics(statistics.getDetectedCharset(), highBytes), 0);
    }

    private static TextEncoding byMark(byte[] b, int length) {
        if (length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
            return new TextEncoding(Charset.forName("UTF-32LE"), 4);
        }
        if (length >= 4 && b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xFE && b[3] == (byte) 0xFF) {
            return new TextEncoding(Charset.forName("UTF-32BE"), 4);
        }
        if (length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    /** UTF-16 without a mark: in most texts every other byte is zero. */
    private static Charset byZeros(byte[] bytes, int length) {
        int even = 0;
        int odd = 0;
        int pairs = Math.min(length, 4096) / 2;
        for (int i = 0; i < pairs; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 2) {
            return null;
        }
        if (odd > pairs * 0.6 && even < pairs * 0.1) {
            return StandardCharsets.UTF_16LE;
        }
        return even > pairs * 0.6 && odd < pairs * 0.1 ? StandardCharsets.UTF_16BE : null;
    }

    private static Charset byStatistics(String name, HighBytes highBytes) {
        if (name == null || !Charset.isSupported(name)) {
            return WINDOWS_1252;
        }
        Charset charset = Charset.forName(name);
        if (EAST_ASIAN.contains(name)) {
            return highBytes.isMostlyForeign() && decodes(charset, highBytes.sample()) ? charset : WINDOWS_1252;
        }
        boolean otherScript =
                name.contains("CYRILLIC") || name.matches("WINDOWS-125[135]|KOI8-R|ISO-8859-[578]|IBM866|IBM855");
        return otherScript && highBytes.isMostlyForeign() ? charset : WINDOWS_1252;
    }

    private static boolean decodes(Charset charset, byte[] sample) {
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(sample.length + 16);
        // The sample may be cut inside a character, so the end of input is not announced.
        CoderResult result = strict.decode(ByteBuffer.wrap(sample), out, false);
        return !result.isError();
    }

    /** Text decoded by a charset, used for samples only. */
    static String decode(Charset charset, byte[] bytes, int from, int length) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException impossibleWhenReplacing) {
            throw new IllegalStateException(impossibleWhenReplacing);
        }
    }

    /** Share of bytes above 127 among letters, and the bytes around them. */
    private static final class HighBytes {
        private long high;
        private long letters;
        private byte[] sample = new byte[0];

        /** @return whether the block holds a byte above 127 and is within the sample */
        boolean add(byte[] block, int length) {
            int found = 0;
            for (int i = 0; i < length; i++) {
                int b = block[i];
                if (b < 0) {
                    found++;
                } else if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z') {
                    letters++;
                }
            }
            high += found;
            boolean wanted = found > 0 && sample.length < SAMPLE;
            if (wanted) {
                byte[] longer = java.util.Arrays.copyOf(sample, sample.length + length);
                System.arraycopy(block, 0, longer, sample.length, length);
                sample = longer;
            }
            return wanted;
        }

        /** Western European text has an accent now and then; other scripts have little else. */
        boolean isMostlyForeign() {
            return high * 4 > letters;
        }

        byte[] sample() {
            return sample;
        }
    }
}

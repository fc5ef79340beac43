package org.vinculo.crm.exchange.internal.contact;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Cuts a file of vCards into the texts of single cards, none of them longer than the limit. */
final class VcardText implements Closeable {

    private static final int HEAD = 40;

    /**
     * The text of one card.
     *
     * @param line on which it begins
     * @param tooLong whether it was longer than the limit; the text is only its beginning then
     */
    record Card(long line, String text, boolean tooLong) {}

    private final Reader in;
    private final int limit;
    private final char[] block = new char[8192];
    private int at;
    private int end;
    private long line;

    VcardText(Reader in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next card, or null at the end. A card inside another one belongs to it; one that never ends does so there. */
    Card next() throws IOException {
        StringBuilder card = new StringBuilder();
        StringBuilder text = new StringBuilder();
        long start = 0;
        int depth = 0;
        boolean tooLong = false;
        while (readLine(text)) {
            String head = head(text);
            if (head.startsWith("BEGIN:VCARD")) {
                start = depth == 0 ? line : start;
                depth++;
            }
            if (depth == 0) {
                continue;
            }
            tooLong |= card.length() + text.length() > limit;
            if (!tooLong) {
                card.append(text).append('\n');
            }
            if (head.startsWith("END:VCARD")) {
                depth--;
                if (depth == 0) {
                    return new Card(start, card.toString(), tooLong);
                }
            }
        }
        return depth == 0 ? null : new Card(start, card.toString(), tooLong);
    }

    private static String head(StringBuilder text) {
        return text.substring(0, Math.min(HEAD, text.length()))
                .replaceAll("[\\s\\uFEFF]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** One line without its end; of one beyond the limit only so much that it is seen to be. */
    private boolean readLine(StringBuilder text) throws IOException {
        text.setLength(0);
        int c = read();
        if (c < 0) {
            return false;
        }
        line++;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() <= limit) {
                text.append((char) c);
            }
            c = read();
        }
        if (c == '\r') {
            int following = read();
            if (following >= 0 && following != '\n') {
                at--;
            }
        }
        return true;
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(block, 0, block.length));
            if (end == 0) {
                return -1;
            }
        }
        return block[at++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

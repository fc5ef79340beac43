package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Passes on the text of a CSV file with one promise: every quote that opens also closes, within the limits.
 *
 * <p>A quote that never closes would swallow all following rows. Here only the line on which it opens is taken out (an
 * empty line keeps the numbering) and kept as broken; reading goes on with the next line.
 */
final class QuoteGuard extends Reader {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE,
        AFTER_BLANK
    }

    private static final int BATCH = 16 * 1024;

    private final Reader in;
    private final TextFormat format;
    private final ReadLimits limits;
    private final Deque<SourceRow> broken = new ArrayDeque<>();
    private final StringBuilder ready = new StringBuilder();
    private final StringBuilder record = new StringBuilder();
    private final char[] block = new char[8192];
    private char[] again = new char[0];
    private int againAt;
    private int blockAt;
    private int blockEnd;
    private int readyAt;
    private long line;
    private boolean fromAgain;
    private boolean end;

    QuoteGuard(Reader in, TextFormat format, ReadLimits limits, long firstLine) {
        this.in = in;
        this.format = format;
        this.limits = limits;
        this.line = firstLine;
    }

    /** The oldest broken line that was not taken yet, if it lies before the given line; otherwise null. */
    SourceRow brokenBefore(long nextLine) {
        SourceRow oldest = broken.peek();
        return oldest != null && oldest.line() < nextLine ? broken.poll() : null;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        while (readyAt == ready.length()) {
            if (end) {
                return -1;
            }
            ready.setLength(0);
            readyAt = 0;
            while (!end && ready.length() < BATCH) {
                readRecord();
            }
        }
        int count = Math.min(length, ready.length() - readyAt);
        ready.getChars(readyAt, readyAt + count, target, from);
        readyAt += count;
        return count;
    }

    private void readRecord() throws IOException {
        record.setLength(0);
        State state = State.FIELD_START;
        int lines = 0;
        while (true) {
            int c = nextChar();
            if (c < 0) {
                end = state != State.QUOTED;
                if (end) {
                    ready.append(record);
                } else {
                    takeOutFirstLine("exchange.row.quoteOpen");
                }
                return;
            }
            record.append((char) c);
            boolean newline = c == '\n' || c == '\r';
            if (c == '\r') {
                appendLineFeed();
            }
            if (newline) {
                lines++;
            }
            if (newline && state != State.QUOTED) {
                ready.append(record);
                line += lines;
                return;
            }
            State next = next(state, (char) c);
            boolean spoilt = next == null && (lines > 0 || format.spacedQuotes());
            if (spoilt || lines > limits.maxRecordLines()) {
                takeOutFirstLine("exchange.row.quoteOpen");
                return;
            }
            state = next == null ? State.AFTER_QUOTE : next;
            if (record.length() > limits.maxRecordChars()) {
                tooLong(lines);
                return;
            }
        }
    }

    /** The state after a character; null when something else than the separator follows a closing quote. */
    private State next(State state, char c) {
        return switch (state) {
            case FIELD_START ->
                c == format.quote()
                        ? State.QUOTED
                        : c == format.delimiter() || isSkippedBlank(c) ? State.FIELD_START : State.PLAIN;
            case PLAIN -> c == format.delimiter() ? State.FIELD_START : State.PLAIN;
            case QUOTED -> c == format.quote() ? State.AFTER_QUOTE : State.QUOTED;
            case AFTER_QUOTE ->
                c == format.quote()
                        ? State.QUOTED
                        : c == format.delimiter() ? State.FIELD_START : isSkippedBlank(c) ? State.AFTER_BLANK : null;
            case AFTER_BLANK ->
                c == format.delimiter() ? State.FIELD_START : isSkippedBlank(c) ? State.AFTER_BLANK : null;
        };
    }

    private boolean isSkippedBlank(char c) {
        return format.spacedQuotes() && c == ' ';
    }

    private void appendLineFeed() throws IOException {
        int c = nextChar();
        if (c == '\n') {
            record.append('\n');
        } else if (c >= 0) {
            unread();
        }
    }

    private void tooLong(int lines) throws IOException {
        if (lines > 0) {
            takeOutFirstLine("exchange.row.quoteOpen");
            return;
        }
        broken.add(SourceRow.broken(line, record.substring(0, 1000), "exchange.row.tooLong"));
        int c = nextChar();
        while (c >= 0 && c != '\n' && c != '\r') {
            c = nextChar();
        }
        if (c == '\r') {
            record.setLength(0);
            appendLineFeed();
        }
        ready.append('\n');
        line++;
    }

    private void takeOutFirstLine(String code) {
        int cut = 0;
        while (cut < record.length() && record.charAt(cut) != '\n' && record.charAt(cut) != '\r') {
            cut++;
        }
        broken.add(SourceRow.broken(line, record.substring(0, cut), code));
        if (cut < record.length() && record.charAt(cut) == '\r') {
            cut++;
        }
        if (cut < record.length() && record.charAt(cut) == '\n') {
            cut++;
        }
        pushBack(record.substring(Math.min(cut, record.length())));
        ready.append('\n');
        line++;
    }

    private void pushBack(String text) {
        String rest = text + new String(again, againAt, again.length - againAt);
        again = rest.toCharArray();
        againAt = 0;
    }

    private void unread() {
        if (fromAgain) {
            againAt--;
        } else {
            blockAt--;
        }
    }

    private int nextChar() throws IOException {
        fromAgain = againAt < again.length;
        if (fromAgain) {
            return again[againAt++];
        }
        if (blockAt == blockEnd) {
            blockAt = 0;
            blockEnd = Math.max(0, in.read(block, 0, block.length));
            if (blockEnd == 0) {
                return -1;
            }
        }
        return block[blockAt++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

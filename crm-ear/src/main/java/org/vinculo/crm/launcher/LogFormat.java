package org.vinculo.crm.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One entry starts with its instant at the beginning of a line and nothing else does: text from outside that contains line
 * breaks is indented and cannot pass for an entry, and nothing in it speaks to the terminal that shows the log. As JSON,
 * one entry is one line. Neither says anything about people.
 */
public final class LogFormat extends Formatter {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static volatile boolean json;

    /** Programs that collect logs read entries as JSON. */
    static void useJson(boolean wanted) {
        json = wanted;
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder trace = new StringBuilder();
        appendTrace(trace, entry.getThrown());
        if (entry.getThrown() == null && entry.getParameters() != null) {
            // Parts of the server hand the cause over as an argument of a message that does not show it.
            for (Object parameter : entry.getParameters()) {
                if (parameter instanceof Throwable cause) {
                    appendTrace(trace, cause);
                }
            }
        }
        String message = Redaction.of(String.valueOf(formatMessage(entry)));
        String cause = Redaction.of(trace.toString());
        return json ? json(entry, message, cause) : text(entry, message, cause);
    }

    private static String text(LogRecord entry, String message, String trace) {
        StringBuilder line = new StringBuilder(160);
        line.append(INSTANT.format(entry.getInstant()))
                .append(' ')
                .append(entry.getLevel().getName())
                .append(" [")
                .append(entry.getLongThreadID())
                .append("] ")
                .append(entry.getLoggerName())
                .append(": ")
                .append(message)
                .append(trace);
        return visible(line.toString().stripTrailing().replaceAll("\\R", "\n    ")) + "\n";
    }

    /** Control characters and those that turn the direction of writing, as their numbers. */
    private static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = isHidden(c) && c != '\n' && c != '\t';
            if (hidden && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (hidden) {
                out.append(number(c));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean isHidden(char c) {
        return Character.isISOControl(c)
                || c >= '\u200e' && c <= '\u200f'
                || c >= '\u2028' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }

    private static String number(char c) {
        return String.format("\\u%04x", (int) c);
    }

    private static String json(LogRecord entry, String message, String trace) {
        StringBuilder line = new StringBuilder(240);
        line.append("{\"at\":\"").append(INSTANT.format(entry.getInstant()));
        line.append("\",\"level\":\"").append(entry.getLevel().getName());
        line.append("\",\"thread\":").append(entry.getLongThreadID());
        line.append(",\"logger\":\"").append(escaped(String.valueOf(entry.getLoggerName())));
        line.append("\",\"message\":\"").append(escaped(message)).append('"');
        if (!trace.isBlank()) {
            line.append(",\"trace\":\"").append(escaped(trace.strip())).append('"');
        }
        return line.append("}\n").toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isHidden(c)) {
                        out.append(number(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static void appendTrace(StringBuilder line, Throwable cause) {
        if (cause != null) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            line.append('\n').append(trace);
        }
    }
}

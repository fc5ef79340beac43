package org.vinculo.crm.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One entry starts with its instant at the beginning of a line and nothing else does: text from outside that contains line
 * breaks is indented and cannot pass for an entry.
 */
public final class LogFormat extends Formatter {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(160);
        line.append(INSTANT.format(entry.getInstant()))
                .append(' ')
                .append(entry.getLevel().getName())
                .append(" [")
                .append(entry.getLongThreadID())
                .append("] ")
                .append(entry.getLoggerName())
                .append(": ")
                .append(formatMessage(entry));
        appendTrace(line, entry.getThrown());
        if (entry.getThrown() == null && entry.getParameters() != null) {
            // Parts of the server hand the cause over as an argument of a message that does not show it.
            for (Object parameter : entry.getParameters()) {
                if (parameter instanceof Throwable cause) {
                    appendTrace(line, cause);
                }
            }
        }
        return line.toString().stripTrailing().replaceAll("\\R", "\n    ") + "\n";
    }

    private static void appendTrace(StringBuilder line, Throwable cause) {
        if (cause != null) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            line.append('\n').append(trace);
        }
    }
}

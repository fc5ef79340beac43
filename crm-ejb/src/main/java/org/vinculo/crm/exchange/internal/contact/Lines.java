package org.vinculo.crm.exchange.internal.contact;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several lines as one. In time that grows with the length alone: a cell may hold megabytes of blanks. */
final class Lines {

    private static final Pattern END = Pattern.compile("\\R");

    private Lines() {}

    /** The lines that say something, with commas between them. */
    static String joined(String text) {
        return END.splitAsStream(text)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }
}

package org.vinculo.crm.exchange.internal.file;

import java.nio.charset.Charset;

/**
 * How a text file is written.
 *
 * @param charset encoding
 * @param bomBytes length of the byte order mark to skip
 * @param delimiter separator of the columns; {@link #BLANKS} for any run of blanks and tabs
 * @param quote character that encloses values
 * @param spacedQuotes whether blanks stand between separator and quote
 * @param skippedLines lines before the first record, such as Excel's {@code sep=;}
 */
public record TextFormat(
        Charset charset, int bomBytes, char delimiter, char quote, boolean spacedQuotes, int skippedLines) {

    /** Stands for "any run of blanks". */
    public static final char BLANKS = ' ';

    public boolean isBlankSeparated() {
        return delimiter == BLANKS;
    }

    /** The separator as profiles name it. */
    public String delimiterName() {
        return isBlankSeparated() ? "whitespace" : delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    /** The separator meant by a profile, or null when the name means none. */
    public static Character delimiterOf(String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "whitespace", " " -> BLANKS;
            case "tab", "\\t", "\t" -> '\t';
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "pipe" -> '|';
            default -> name.length() == 1 && isUsable(name.charAt(0)) ? name.charAt(0) : null;
        };
    }

    private static boolean isUsable(char delimiter) {
        return delimiter != '"' && delimiter > ' ' && !Character.isLetterOrDigit(delimiter) && delimiter < 127;
    }
}

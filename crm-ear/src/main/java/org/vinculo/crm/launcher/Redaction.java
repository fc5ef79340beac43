package org.vinculo.crm.launcher;

import java.util.regex.Pattern;

/**
 * Takes out of log entries what says something about a person or opens a door: addresses in what mail servers reply, values
 * that databases quote when they refuse a row, tokens.
 */
final class Redaction {
    private static final String HIDDEN = "•••";
    private static final Pattern MAIL = Pattern.compile("[\\w.+%-]{1,64}@[A-Za-z0-9-][A-Za-z0-9.-]{0,253}");
    private static final Pattern TOKEN =
            Pattern.compile("(?i)(bearer |token=|password=|sid=|sessionid=)[^\\s&;,]{1,500}");
    /** PostgreSQL: the key that exists already, the row that breaks a rule. */
    private static final Pattern KEY = Pattern.compile("(Key \\([^)]{1,500}\\)=\\()[^\\r\\n]{0,2000}?(\\) )");

    private static final Pattern ROW = Pattern.compile("(Failing row contains \\()[^\\r\\n]{0,9000}(\\))");
    /** Derby: the text that is too long for its column. */
    private static final Pattern SHRUNK =
            Pattern.compile("(trying to shrink [A-Z ]{1,40}')[^\\r\\n]{0,9000}(' to length)");

    private Redaction() {}

    static String of(String text) {
        String result = text;
        if (result.indexOf('@') >= 0) {
            result = MAIL.matcher(result).replaceAll(HIDDEN);
        }
        if (result.contains("Key (")) {
            result = KEY.matcher(result).replaceAll("$1" + HIDDEN + "$2");
        }
        if (result.contains("Failing row contains")) {
            result = ROW.matcher(result).replaceAll("$1" + HIDDEN + "$2");
        }
        if (result.contains("trying to shrink")) {
            result = SHRUNK.matcher(result).replaceAll("$1" + HIDDEN + "$2");
        }
        return TOKEN.matcher(result).replaceAll("$1" + HIDDEN);
    }
}

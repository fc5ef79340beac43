package org.vinculo.crm.shared;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell as a formula: what begins like one gets an apostrophe in front. The import
 * takes exactly that apostrophe off again, so that a file of ours comes back as it was.
 */
public final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.,]*");

    private FormulaGuard() {}

    /** The value as it may be written into a file that a spreadsheet will open. */
    public static String safe(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return needsGuard(value) ? "'" + value : value;
    }

    /** The value before {@link #safe}. */
    public static String original(String value) {
        return value.startsWith("'") && needsGuard(value.substring(1)) ? value.substring(1) : value;
    }

    /** A value that looks guarded already is guarded once more, so that taking one guard off always gives it back. */
    private static boolean needsGuard(String value) {
        int quotes = 0;
        while (quotes < value.length() && value.charAt(quotes) == '\'') {
            quotes++;
        }
        String rest = value.substring(quotes);
        return isFormula(rest) || startsFormulaAfterSeparator(rest);
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty()
                && isStart(value.charAt(0))
                && !NUMBER.matcher(value).matches();
    }

    /** A spreadsheet with another separator than ours would see a cell that begins after it. */
    private static boolean startsFormulaAfterSeparator(String value) {
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        return value.length() > 1 && (first == ';' || first == ',' || first == '"') && isStart(value.charAt(1));
    }

    private static boolean isStart(char c) {
        return STARTS.indexOf(c) >= 0;
    }
}

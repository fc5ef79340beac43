package org.vinculo.crm.exchange.internal.value;

import java.util.regex.Pattern;
import org.vinculo.crm.shared.FormulaGuard;

/** What the values of one column look like, gathered row by row. */
public final class ColumnContent {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]{2,}");
    private static final Pattern PHONE =
            Pattern.compile("\\+?[\\d\\s().\\-/]{7,25}(?:\\s?(?:x|ext\\.?|ramal)\\s?\\d{1,6})?");

    private static final int COUNTRY_SAMPLE = 200;

    private final DateShape dates = new DateShape();
    private final NumberShape numbers = new NumberShape();
    private String firstValue = "";
    private String previous = "";
    private int rows;
    private int filled;
    private int emails;
    private int phones;
    private int countries;
    private int letters;
    private int repeated;
    private int longest;

    public void add(String cell) {
        rows++;
        String value = FormulaGuard.original(cell.strip());
        if (value.isEmpty()) {
            return;
        }
        if (filled == 0) {
            firstValue = value;
        }
        filled++;
        longest = Math.max(longest, value.length());
        repeated += value.equals(previous) ? 1 : 0;
        previous = value;
        dates.add(value);
        numbers.add(value);
        emails += value.length() < 260
                        && value.indexOf('@') > 0
                        && EMAIL.matcher(value).matches()
                ? 1
                : 0;
        phones += value.length() < 40 && PHONE.matcher(value).matches() ? 1 : 0;
        letters += value.chars().anyMatch(Character::isLetter) ? 1 : 0;
        if (filled <= COUNTRY_SAMPLE) {
            countries += value.length() > 3 && Countries.find(value).isPresent() ? 1 : 0;
        }
    }

    /** Adds the value of the first record after the others were added. */
    public void addFirst(String cell) {
        add(cell);
        if (!cell.isBlank()) {
            firstValue = FormulaGuard.original(cell.strip());
        }
    }

    public DateShape dates() {
        return dates;
    }

    public NumberShape numbers() {
        return numbers;
    }

    public String firstValue() {
        return firstValue;
    }

    public int filled() {
        return filled;
    }

    public double filledShare() {
        return rows == 0 ? 0 : (double) filled / rows;
    }

    public double emailShare() {
        return share(emails);
    }

    public double phoneShare() {
        return share(phones);
    }

    public double countryShare() {
        return filled == 0 ? 0 : (double) countries / Math.min(filled, COUNTRY_SAMPLE);
    }

    public double lettersShare() {
        return share(letters);
    }

    /** Share of the values that equal the one before, as references of grouped rows do. */
    public double repeatedShare() {
        return share(repeated);
    }

    public int longest() {
        return longest;
    }

    private double share(int count) {
        return filled == 0 ? 0 : (double) count / filled;
    }
}

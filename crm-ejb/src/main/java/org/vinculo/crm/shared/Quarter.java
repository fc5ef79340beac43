package org.vinculo.crm.shared;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A quarter of a year.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Serializable {

    /**
     * The quarter with a name as 2026-Q4.
     *
     * @throws NumberFormatException when it is none
     */
    public static Quarter of(String name) {
        return new Quarter(Integer.parseInt(name.substring(0, 4)), Integer.parseInt(name.substring(6)));
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** As people of a language write it. */
    public String in(Locale locale) {
        return DateTimeFormatter.ofPattern("QQQ yyyy", locale).format(LocalDate.of(year, 3 * number, 1));
    }

    /** As 2026-Q4. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}

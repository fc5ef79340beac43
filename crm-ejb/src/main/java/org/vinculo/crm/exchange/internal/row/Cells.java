package org.vinculo.crm.exchange.internal.row;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.CustomColumn;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.value.DateReading;
import org.vinculo.crm.exchange.internal.value.NumberReading;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.WebAddress;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.FormulaGuard;
import org.vinculo.crm.shared.Normal;

/** The cells of one record by field; collects what is wrong with them. */
final class Cells {

    private static final Set<String> EMPTY_WORDS =
            Set.of("NULL", "N/A", "#N/A", "n/a", "NaN", "nan", "Select", "-", "--");
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");
    private static final int CUSTOM_LENGTH = 1000;
    private static final int MOST_CHOSEN = 50;
    private static final int ISO_DAY = "2001-02-03".length();
    private static final Pattern BETWEEN_CHOICES = Pattern.compile("[,;|]");
    private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

    /** A semicolon also stands inside of numbers with extensions. */
    private static final Pattern SEVERAL = Pattern.compile("\\R|;(?!\\s*(?:ext|phone-context|isub)=)|\\s:::\\s");

    /**
     * A moment and the day on which it lies for the people of its zone.
     *
     * @param at instant; the start of the day when no time was written
     */
    record When(Instant at, LocalDate day) {}

    private final ImportPlan plan;
    private final LocalDate today;
    private final SourceRow row;
    private final List<FieldError> faults = new ArrayList<>();

    Cells(ImportPlan plan, LocalDate today, SourceRow row) {
        this.plan = plan;
        this.today = today;
        this.row = row;
        if (row.fault() != null) {
            faults.add(row.fault());
        }
    }

    boolean isBroken() {
        return row.fault() != null;
    }

    List<FieldError> faults() {
        return faults;
    }

    void fault(ImportField field, String code, Serializable... args) {
        faults.add(FieldError.of(field.code(), code, args));
    }

    private void faultUnlessContact(ImportField field, String code, Serializable... args) {
        if (!plan.source().contacts()) {
            fault(field, code, args);
        }
    }

    /** The text of a field without control characters and blanks around it; null when there is none. */
    String text(ImportField field) {
        Integer column = plan.columns().get(field);
        if (column == null) {
            return null;
        }
        String value = clean(row.cell(column), field == ImportField.NOTES || field == ImportField.BODY);
        if (value.isEmpty() || isEmptyWord(value, field)) {
            return null;
        }
        if (value.length() <= field.maxLength()) {
            return value;
        }
        // An address book is no list that somebody can correct: what is too long loses its end.
        if (plan.source().contacts()) {
            return value.substring(0, field.maxLength());
        }
        fault(field, "tooLong", field.maxLength());
        return null;
    }

    /** Null and Select can be names of people. */
    private static boolean isEmptyWord(String value, ImportField field) {
        boolean name = field == ImportField.NAME || field == ImportField.GIVEN_NAME || field == ImportField.FAMILY_NAME;
        return name ? value.chars().allMatch(c -> c == '-') : EMPTY_WORDS.contains(value);
    }

    private static String clean(String raw, boolean keepLines) {
        String value = FormulaGuard.original(raw);
        StringBuilder clean = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean drop = Character.isISOControl(c) && !(keepLines && (c == '\n' || c == '\t'))
                    || c == '\uFEFF'
                    || c == '\u2028';
            if (drop && clean == null) {
                clean = new StringBuilder(value.length()).append(value, 0, i);
            }
            if (clean != null) {
                if (!drop) {
                    clean.append(c);
                } else if (c != 0 && c != '\uFEFF' && !(keepLines && c == '\r')) {
                    clean.append(' ');
                }
            }
        }
        return strip(clean == null ? value : clean.toString());
    }

    private static String strip(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
    }

    /** The values of a cell that may hold several, one a line or with semicolons between them. */
    List<String> several(ImportField field) {
        Integer column = plan.columns().get(field);
        if (column == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (String part : SEVERAL.split(row.cell(column))) {
            String value = clean(part, false);
            if (value.isEmpty() || isEmptyWord(value, field)) {
                continue;
            }
            if (value.length() > field.maxLength()) {
                fault(field, "tooLong", field.maxLength());
            } else if (!values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    String required(ImportField field) {
        int before = faults.size();
        String value = text(field);
        if (value == null && faults.size() == before) {
            fault(field, "required");
        }
        return value;
    }

    /** A number with four decimals, or null. */
    BigDecimal number(ImportField field) {
        String value = text(field);
        NumberReading reading = plan.numbers().get(field);
        if (value == null || reading == null) {
            return null;
        }
        BigDecimal number = reading.read(value);
        if (number == null) {
            fault(field, "number");
            return null;
        }
        return held(field, number);
    }

    /** A number as the database holds it; a fault of the field, and null, when it is too large for that. */
    BigDecimal held(ImportField field, BigDecimal number) {
        if (number.abs().compareTo(LARGEST) > 0) {
            fault(field, "tooLarge", LARGEST.toPlainString());
            return null;
        }
        return number.setScale(4, RoundingMode.HALF_EVEN);
    }

    /** What a field of administrators gets, as text that no language changes; null for nothing. */
    String custom(CustomColumn column) {
        String value = Normal.line(clean(row.cell(column.column()), false));
        if (value == null || EMPTY_WORDS.contains(value)) {
            return null;
        }
        CustomEntry field = column.field();
        Optional<String> read =
                switch (field.getType()) {
                    case TEXT -> value.length() <= CUSTOM_LENGTH ? Optional.of(value) : Optional.empty();
                    case NUMBER, MONEY -> amount(column, value);
                    case DATE -> day(column, value);
                    case CHOICE -> choice(field, value);
                    case MULTI -> choices(field, value);
                    case LINK -> WebAddress.safe(value);
                    case FORMULA -> Optional.empty();
                };
        if (read.isEmpty()) {
            faults.add(FieldError.of(column.code(), "custom.error." + field.getType(), field.label(Locale.ENGLISH)));
        }
        return read.orElse(null);
    }

    private static Optional<String> amount(CustomColumn column, String value) {
        return Optional.ofNullable(column.numbers().read(value))
                .filter(number -> number.abs().compareTo(LARGEST) <= 0)
                .map(number -> number.setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros())
                .map(number -> number.signum() == 0 ? "0" : number.toPlainString());
    }

    private static Optional<String> day(CustomColumn column, String value) {
        return Optional.ofNullable(column.dates())
                .map(dates -> dates.read(value))
                .map(moment -> moment.date().toString())
                .filter(day -> day.length() == ISO_DAY);
    }

    /** By its code, or by its words in any case. */
    private static Optional<String> choice(CustomEntry field, String value) {
        return field.getChoices().stream()
                .map(ConditionField.Value::code)
                .filter(value::equals)
                .findFirst()
                .or(() -> field.getChoices().stream()
                        .filter(each -> Normal.fold(value)
                                .equals(Normal.fold(
                                        String.valueOf(each.text().args().get(0)))))
                        .map(ConditionField.Value::code)
                        .findFirst());
    }

    private static Optional<String> choices(CustomEntry field, String value) {
        Set<String> chosen = new TreeSet<>();
        for (String part : BETWEEN_CHOICES.split(value)) {
            Optional<String> one = part.isBlank() ? Optional.empty() : choice(field, part.strip());
            if (one.isEmpty() && !part.isBlank()) {
                return choice(field, value);
            }
            one.ifPresent(chosen::add);
        }
        return chosen.isEmpty() || chosen.size() > MOST_CHOSEN
                ? Optional.empty()
                : Optional.of(String.join(",", chosen));
    }

    LocalDate date(ImportField field) {
        When when = when(field);
        return when == null ? null : when.day();
    }

    When when(ImportField field) {
        String value = text(field);
        DateReading reading = plan.dates().get(field);
        if (value == null || reading == null) {
            return null;
        }
        DateReading.Moment moment = reading.read(value);
        if (moment == null) {
            faultUnlessContact(field, "exchange.row.date", reading.pattern());
            return null;
        }
        if (moment.date().isBefore(EARLIEST) || moment.date().getYear() > today.getYear() + 10) {
            faultUnlessContact(field, "exchange.row.dateRange");
            return null;
        }
        Instant at = moment.offset() == null
                ? moment.local().atZone(plan.zone()).toInstant()
                : moment.local().toInstant(moment.offset());
        return new When(at, moment.offset() == null ? moment.date() : LocalDate.ofInstant(at, plan.zone()));
    }
}

package org.vinculo.crm.ui;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.shared.Country;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Quarter;
import org.vinculo.crm.shared.Texts;

/** What pages call as {@code v:name(...)}. Functions of the expression language have a fixed number of arguments. */
public final class Functions {

    private static final String ICONS = Functions.class.getName() + ".icons";

    private Functions() {}

    public static String text(String key, Object argument) {
        return text(key, new Object[] {argument});
    }

    public static String text2(String key, Object first, Object second) {
        return text(key, new Object[] {first, second});
    }

    public static String text3(String key, Object first, Object second, Object third) {
        return text(key, new Object[] {first, second, third});
    }

    public static String text4(String key, Object first, Object second, Object third, Object fourth) {
        return text(key, new Object[] {first, second, third, fourth});
    }

    static String text(String key, Object... args) {
        Format format = format();
        Object[] shown =
                Arrays.stream(args).map(argument -> readable(format, argument)).toArray();
        return Texts.text(format.locale(), key, shown);
    }

    public static String money(Money money) {
        return format().money(money);
    }

    public static Money moneyOf(BigDecimal amount, String currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    public static String date(Object when) {
        Format format = format();
        return when instanceof Instant instant ? format.date(instant) : format.date((LocalDate) when);
    }

    public static String dateTime(Instant when) {
        return format().dateTime(when);
    }

    public static String exact(Object when) {
        return when instanceof Instant instant ? format().exact(instant) : date(when);
    }

    public static String time(Instant when) {
        return format().time(when);
    }

    public static String relative(Object when) {
        Instant now = CDI.current().select(Clock.class).get().instant();
        Format format = format();
        return when instanceof Instant instant ? format.relative(instant, now) : format.relative((LocalDate) when, now);
    }

    /** For the datetime attribute of a time element. */
    public static String iso(Object when) {
        return when == null ? "" : when.toString();
    }

    public static String num(Object value) {
        return value == null ? "" : format().number((Number) value);
    }

    public static String numFixed(Object value, int digits) {
        return value == null ? "" : format().number((Number) value, digits);
    }

    public static String percent(Object share, int digits) {
        return share == null ? "" : format().percent((Number) share, digits);
    }

    /** A quarter of a year, named as 2026-Q4. */
    public static String quarter(String name) {
        return Quarter.of(name).in(format().locale());
    }

    /** So many bytes, as people say it. */
    public static String fileSize(long bytes) {
        if (bytes < 1024) {
            return text("ui.size.bytes", bytes);
        }
        double kilo = bytes / 1024d;
        return kilo < 1024
                ? text("ui.size.kilo", format().number(Math.max(1, Math.round(kilo))))
                : text("ui.size.mega", format().number(kilo / 1024, 1));
    }

    /** Address of the sheet of icons, asked for once: a page draws hundreds, and finding a resource takes longer than drawing. */
    public static String icons() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, Object> application = faces.getExternalContext().getApplicationMap();
        Object known = application.get(ICONS);
        if (known == null) {
            known = faces.getApplication()
                    .getResourceHandler()
                    .createResource("icons.svg", "vinculo")
                    .getRequestPath();
            application.put(ICONS, known);
        }
        return (String) known;
    }

    public static boolean permits(String permission) {
        return viewer().permits(permission);
    }

    /** An address in one line, its country by name in the language of the page. */
    public static String address(String line, String country) {
        return Country.inAddress(line, country, format().locale());
    }

    public static String lower(String code) {
        return code == null ? "" : code.toLowerCase(Locale.ROOT);
    }

    /** First letters of the first and the last word: {@code Ana de Souza} gives {@code AS}. */
    public static String initials(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        String[] words = name.strip().split("\\s+", -1);
        String first = firstLetter(words[0]);
        String last = words.length > 1 ? firstLetter(words[words.length - 1]) : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }

    private static String firstLetter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Object readable(Format format, Object argument) {
        if (argument instanceof Money money) {
            return format.money(money);
        }
        if (argument instanceof Instant instant) {
            return format.dateTime(instant);
        }
        if (argument instanceof LocalDate day) {
            return format.date(day);
        }
        if (argument instanceof Quarter quarter) {
            return quarter.in(format.locale());
        }
        if (argument instanceof YearMonth month) {
            return DateTimeFormatter.ofPattern("LLLL yyyy", format.locale()).format(month);
        }
        return argument;
    }

    private static Format format() {
        return viewer().getFormat();
    }

    /** Looked up once per request: a lookup walks the stack of the thread, and a page asks hundreds of times. */
    private static Viewer viewer() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null
                ? CDI.current().select(Viewer.class).get()
                : (Viewer) faces.getAttributes().computeIfAbsent(Viewer.class, key -> CDI.current()
                        .select(Viewer.class)
                        .get());
    }
}

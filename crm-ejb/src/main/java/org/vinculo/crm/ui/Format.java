package org.vinculo.crm.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.MoneyText;

/**
 * Figures and dates as one viewer reads them.
 *
 * @param locale language and number format
 * @param zone zone in which instants are shown
 */
public record Format(Locale locale, ZoneId zone) {

    private static final char MINUS = '\u2212';
    private static final char NO_BREAK = '\u00a0';

    /** With the currency's sign and its usual decimals; a real minus sign before it. */
    public String money(Money money) {
        return money == null ? "" : MoneyText.of(money, locale);
    }

    public String number(Number value, int digits) {
        if (value == null) {
            return "";
        }
        return signed(decimal(value).setScale(digits, RoundingMode.HALF_UP), digits, digits);
    }

    /** As many decimals as the value has, at most six. */
    public String number(Number value) {
        return value == null ? "" : signed(decimal(value), 0, 6);
    }

    /** A share of one as per cent: 0.125 with one digit gives 12.5 %. */
    public String percent(Number share, int digits) {
        if (share == null) {
            return "";
        }
        return number(decimal(share).movePointRight(2), digits) + NO_BREAK + "%";
    }

    /** For an input: no grouping, the viewer's decimal sign. */
    public String plain(BigDecimal value) {
        if (value == null) {
            return "";
        }
        char separator = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        BigDecimal stripped = value.stripTrailingZeros();
        BigDecimal shown = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        return shown.toPlainString().replace('.', separator);
    }

    public String date(LocalDate day) {
        return day == null ? "" : formatter(FormatStyle.MEDIUM).format(day);
    }

    public String date(Instant instant) {
        return instant == null ? "" : date(LocalDate.ofInstant(instant, zone));
    }

    public String time(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .localizedBy(locale)
                        .format(instant.atZone(zone));
    }

    public String dateTime(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .localizedBy(locale)
                        .format(instant.atZone(zone));
    }

    /** With weekday, seconds and zone: for titles and evidence. */
    public String exact(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG)
                        .localizedBy(locale)
                        .format(instant.atZone(zone));
    }

    /** In words up to a week away, then the date. */
    public String relative(Instant instant, Instant now) {
        return instant == null
                ? ""
                : RelativeTime.words(instant, now, zone, locale).orElseGet(() -> date(instant));
    }

    /** In words up to a week away, then the date. */
    public String relative(LocalDate day, Instant now) {
        return day == null
                ? ""
                : RelativeTime.words(day, LocalDate.ofInstant(now, zone), locale)
                        .orElseGet(() -> date(day));
    }

    private DateTimeFormatter formatter(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).localizedBy(locale);
    }

    private String signed(BigDecimal value, int minimum, int maximum) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(minimum);
        format.setMaximumFractionDigits(maximum);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String plain = format.format(value.abs());
        return value.signum() < 0 ? MINUS + plain : plain;
    }

    private static BigDecimal decimal(Number value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }
}

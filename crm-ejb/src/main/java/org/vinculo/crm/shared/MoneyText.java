package org.vinculo.crm.shared;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** How an amount is written, everywhere the same. */
public final class MoneyText {

    private static final char MINUS = '\u2212';
    private static final char NO_BREAK = '\u00a0';

    private MoneyText() {}

    /** With the currency's sign and its usual decimals; a real minus sign before it. */
    public static String of(Money money, Locale locale) {
        Currency currency = Currency.getInstance(money.currency());
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String plain = format.format(money.amount().abs())
                .replace(' ', NO_BREAK)
                .replaceFirst("^([^\\d\\s\u00a0]+)(?=\\d)", "$1" + NO_BREAK);
        boolean negative =
                money.amount().setScale(digits, RoundingMode.HALF_EVEN).signum() < 0;
        return negative ? MINUS + plain : plain;
    }
}

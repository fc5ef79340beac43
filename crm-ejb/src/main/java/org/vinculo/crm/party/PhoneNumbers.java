package org.vinculo.crm.party;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.shared.Normal;

/** Telephone numbers: stored in E.164, shown with blanks, compared by their last nine digits. */
public final class PhoneNumbers {

    public static final int TAIL = 9;
    private static final int MAX_TYPED = 60;

    private PhoneNumbers() {}

    /**
     * The number in E.164.
     *
     * @param region country whose national form is understood, or null when only the international form is
     * @return empty when nothing of that length can be called. Length and country are judged, not the range: numbering
     *     plans grow faster than the library that knows them
     */
    public static Optional<String> e164(String typed, String region) {
        if (typed == null || typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(typed, region);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** A number in E.164 with the blanks of its country; anything else unchanged. */
    public static String display(String e164) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.format(numbers.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notANumber) {
            return e164;
        }
    }

    /** The digits after the country code; all digits when there is no telling. */
    public static String national(String e164) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.getNationalSignificantNumber(numbers.parse(e164, null));
        } catch (NumberParseException notANumber) {
            return Normal.digits(e164);
        }
    }

    /** What is compared: the last nine digits, or null when there are fewer. */
    public static String tail(String number) {
        String digits = Normal.digits(number);
        return digits.length() < TAIL ? null : digits.substring(digits.length() - TAIL);
    }

    /** The region to read national numbers by: the country, or the one that the language suggests. */
    public static String region(String country, Locale language) {
        if (country != null && !country.isBlank()) {
            return country.toUpperCase(Locale.ROOT);
        }
        String fromLanguage = language == null ? "" : language.getCountry();
        return fromLanguage.isEmpty() ? null : fromLanguage;
    }
}

package org.vinculo.crm.party;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vinculo.crm.shared.Money;

/** Values of the fields of administrators between the text that no language changes and the reader's own way. */
public final class CustomTexts {

    private CustomTexts() {}

    /** The value as people read it; empty for nothing. */
    public static String show(CustomEntry entry, Locale locale) {
        if (!entry.isKnown()) {
            return "";
        }
        String value = entry.getValue();
        Phrase phrase =
                switch (entry.getType()) {
                    case NUMBER, FORMULA -> Phrase.value(new BigDecimal(value));
                    case MONEY -> Phrase.value(new Money(new BigDecimal(value), entry.getCurrency()));
                    case DATE -> Phrase.value(LocalDate.parse(value));
                    case CHOICE, MULTI -> Phrase.value(words(entry));
                    case TEXT, LINK -> Phrase.value(value);
                };
        return Phrases.write(phrase, locale, ZoneOffset.UTC);
    }

    private static String words(CustomEntry entry) {
        List<String> words = new ArrayList<>();
        for (String code : entry.getChosen()) {
            words.add(entry.getChoices().stream()
                    .filter(choice -> choice.code().equals(code))
                    .map(choice -> choice.text().args().get(0).toString())
                    .findFirst()
                    .orElse(code));
        }
        return String.join(", ", words);
    }

    /** Numbers as the reader types them: with their decimal sign, without signs for thousands. */
    public static void localise(List<CustomEntry> entries, Locale locale) {
        char sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        entries.stream()
                .filter(entry -> entry.getType().isNumber() && entry.isKnown())
                .forEach(entry -> entry.setValue(entry.getValue().replace('.', sign)));
    }

    /** What was entered in the fields that may be changed, as it is saved. */
    public static Map<String, String> values(List<CustomEntry> entries, Locale locale) {
        char sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        Map<String, String> values = new LinkedHashMap<>();
        for (CustomEntry entry : entries) {
            if (entry.isEditable()) {
                String value = Objects.toString(entry.getValue(), "").strip();
                boolean local = entry.getType().isNumber() && value.indexOf('.') < 0;
                values.put(entry.getCode(), value.isEmpty() ? null : local ? value.replace(sign, '.') : value);
            }
        }
        return values;
    }
}

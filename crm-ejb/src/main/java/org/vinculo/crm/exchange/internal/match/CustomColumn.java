package org.vinculo.crm.exchange.internal.match;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.internal.value.DateReading;
import org.vinculo.crm.exchange.internal.value.NumberReading;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.shared.Texts;

/**
 * A column that fills a field of administrators.
 *
 * @param column zero-based
 * @param dates how its dates are read, or null
 * @param numbers how its numbers are read, or null
 */
public record CustomColumn(CustomEntry field, int column, DateReading dates, NumberReading numbers) {

    static boolean isCustom(String code) {
        return code.startsWith(CustomEntry.PREFIX);
    }

    /** What the values of a field look like. */
    static ImportField.Content content(CustomEntry field) {
        return switch (field.getType()) {
            case NUMBER, MONEY, FORMULA -> ImportField.Content.NUMBER;
            case DATE -> ImportField.Content.DATE;
            default -> ImportField.Content.TEXT;
        };
    }

    /** The field of this name among columns when it can be filled, or null. */
    static CustomEntry field(String code, List<CustomEntry> fields) {
        return fields.stream()
                .filter(field -> field.isEditable() && field.column().equals(code))
                .findFirst()
                .orElse(null);
    }

    /**
     * The columns named as fields are, by their code or by their label in any language: field to zero-based column. A name
     * that is surely one of our own fields is that one.
     */
    static Map<CustomEntry, Integer> guess(List<String> names, List<CustomEntry> fields) {
        Map<CustomEntry, Integer> columns = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            boolean own = !isCustom(name) && ColumnNames.isKnown(name, ImportKind.CUSTOMERS);
            if (name.isEmpty() || own) {
                continue;
            }
            for (CustomEntry field : fields) {
                if (isNamed(name, field)) {
                    columns.putIfAbsent(field, column);
                    break;
                }
            }
        }
        return columns;
    }

    /** The columns that are no field of our own, whatever their names look like. */
    static Set<Integer> taken(List<String> names, Map<CustomEntry, Integer> columns) {
        Set<Integer> taken = new LinkedHashSet<>(columns.values());
        for (int column = 0; column < names.size(); column++) {
            if (isCustom(names.get(column))) {
                taken.add(column);
            }
        }
        return taken;
    }

    private static boolean isNamed(String name, CustomEntry field) {
        if (isCustom(name)) {
            return name.equalsIgnoreCase(field.column());
        }
        String words = ColumnNames.words(name);
        for (Locale locale : Texts.LOCALES) {
            if (words.equals(ColumnNames.words(field.label(locale)))) {
                return true;
            }
        }
        return words.equals(ColumnNames.words(field.getCode()));
    }

    /** The name in profiles and reports. */
    public String code() {
        return field.column();
    }
}

package org.vinculo.crm.backoffice.imports;

import java.util.List;
import java.util.Locale;
import org.vinculo.crm.exchange.ImportState;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.shared.Texts;

/** Names and tones that the pages of imports share. */
final class ImportWords {

    private ImportWords() {}

    static String tone(ImportState state) {
        return switch (state) {
            case COMPLETED -> "pos";
            case COMPLETED_WITH_ERRORS -> "cau";
            case FAILED -> "neg";
            case RUNNING -> "info";
            case QUEUED, UNDONE -> "";
        };
    }

    /** The field in words; its code for one that has none. */
    static String field(String code, List<CustomEntry> custom, Locale locale) {
        if (code.startsWith(CustomEntry.PREFIX)) {
            return custom.stream()
                    .filter(field -> field.column().equals(code))
                    .map(field -> field.label(locale))
                    .findFirst()
                    .orElseGet(() -> code.substring(CustomEntry.PREFIX.length()));
        }
        String key = "exchange.field." + code;
        return Texts.has(locale, key) ? Texts.text(locale, key) : code;
    }
}

package org.vinculo.crm.exchange.internal.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** How columns are named in the files of other systems, in English, Portuguese and Spanish. */
final class ColumnNames {

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})");
    private static final Map<ImportField, List<String>> NAMES = load();

    private ColumnNames() {}

    private static Map<ImportField, List<String>> load() {
        Properties file = new Properties();
        try (InputStream bytes = ColumnNames.class.getResourceAsStream("column-names.properties");
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            file.load(text);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        Map<ImportField, List<String>> names = new EnumMap<>(ImportField.class);
        for (ImportField field : ImportField.values()) {
            List<String> folded = new ArrayList<>();
            folded.add(words(field.code()));
            for (String name : file.getProperty(field.code(), "").split(",")) {
                if (!name.isBlank()) {
                    folded.add(words(name));
                }
            }
            // Our own exports for people bear these.
            for (Locale locale : Texts.LOCALES) {
                folded.add(words(Texts.text(locale, "exchange.field." + field.code())));
            }
            names.put(field, List.copyOf(folded));
        }
        return names;
    }

    /** The words of a column name: {@code CustomerID} and {@code customer_id} are both "customer id". */
    static String words(String name) {
        return Normal.fold(HUMP.matcher(name).replaceAll(" "));
    }

    /**
     * How surely a column of this name is the field: 100 for a known name, 60 for one that contains a known name of
     * several letters, 0 otherwise.
     */
    static int score(String columnName, ImportField field) {
        String words = words(columnName);
        if (words.isEmpty() || ReportColumns.contains(columnName)) {
            return 0;
        }
        String compact = words.replace(" ", "");
        int best = 0;
        List<String> names = NAMES.get(field);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.replace(" ", "").equals(compact)) {
                return 100 - Math.min(i, 9);
            }
            if (mayBePart(name, field) && (" " + words + " ").contains(" " + name + " ")) {
                best = Math.max(best, 50 + Math.min(9, 10 * name.length() / words.length()));
            }
        }
        return best;
    }

    /** One word such as code or type says too little as a part of a longer name where a wrong guess does harm. */
    private static boolean mayBePart(String name, ImportField field) {
        boolean harmful =
                switch (field) {
                    case EXTERNAL_ID, KIND, LANGUAGE, CONSENT, CUSTOMER_REF, DOCUMENT_NUMBER, CURRENCY, CHANNEL -> true;
                    case ACQUIRED_VIA, ACQUIRED_FROM -> true;
                    default -> false;
                };
        return name.length() > 3 && (!harmful || name.indexOf(' ') > 0);
    }

    /** Whether the name is a known one for any field of the kind. */
    static boolean isKnown(String columnName, ImportKind kind) {
        return ImportField.of(kind).stream().anyMatch(field -> score(columnName, field) >= 90);
    }

    /** Whether a column that holds names holds those of companies. */
    static boolean namesCompanies(String columnName) {
        return words(columnName)
                .matches(
                        ".*\\b(company|organi[sz]ation|account|business|empresa|razao|fantasia|organizacion|organizacao|compania)\\b.*");
    }
}

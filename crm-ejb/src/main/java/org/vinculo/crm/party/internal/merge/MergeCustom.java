package org.vinculo.crm.party.internal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.party.MergeField;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.MergeRun.Row;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomBook;

/**
 * The fields of administrators while two records become one. Whoever may change a field chooses whose value counts; of
 * the others the survivor's holds where there is one. The value that does not count waits with the merged record for a
 * split. Formulas are computed anew.
 */
@ApplicationScoped
public class MergeCustom {

    static final String PREFIX = "custom.";

    private static final String TABLE = "custom_value";

    @Inject
    CustomBook book;

    @Inject
    CurrentCaller caller;

    /** What both have in the fields that the caller may change. */
    List<MergeField> fields(Customer survivor, Customer other) {
        List<CustomField> fields =
                book.seen().stream().filter(book::isChangeable).toList();
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, String>> texts = book.texts(List.of(survivor.getId(), other.getId()), fields);
        Map<String, String> ours = texts.getOrDefault(survivor.getId(), Map.of());
        Map<String, String> theirs = texts.getOrDefault(other.getId(), Map.of());
        Locale locale = caller.get().locale();
        return fields.stream()
                .filter(field -> ours.containsKey(field.getCode()) || theirs.containsKey(field.getCode()))
                .map(field -> {
                    String mine = shown(field, ours.get(field.getCode()));
                    return new MergeField(
                            PREFIX + field.getCode(),
                            field.entry(null, false).label(locale),
                            mine,
                            shown(field, theirs.get(field.getCode())),
                            false,
                            mine.isEmpty() ? Choice.OTHER : Choice.THIS);
                })
                .toList();
    }

    /** Choices by their names. */
    private static String shown(CustomField field, String value) {
        if (value == null) {
            return "";
        }
        if (field.getType() != CustomType.CHOICE && field.getType() != CustomType.MULTI) {
            return value;
        }
        Map<String, String> names = field.choices();
        return Arrays.stream(value.split(","))
                .map(code -> Objects.toString(names.get(code), code))
                .collect(Collectors.joining(", "));
    }

    /** Gives the survivor the values that count. */
    void take(RowMerge run, Map<String, Choice> chosen) {
        Map<String, List<Row>> ours = byField(run.rows(TABLE, run.survivor()));
        Map<String, List<Row>> theirs = byField(run.rows(TABLE, run.merged()));
        for (CustomField field : book.all()) {
            String id = String.valueOf(field.getId());
            List<Row> mine = ours.getOrDefault(id, List.of());
            List<Row> others = theirs.getOrDefault(id, List.of());
            Choice usual = mine.isEmpty() ? Choice.OTHER : Choice.THIS;
            if (field.getType() != CustomType.FORMULA
                    && chosen.getOrDefault(PREFIX + field.getCode(), usual) == Choice.OTHER) {
                run.park(TABLE, mine);
                run.move(TABLE, others);
            }
        }
    }

    void compute(Long... customers) {
        book.computeAgain(Stream.of(customers).toList());
    }

    private static Map<String, List<Row>> byField(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.get("field_id")));
    }
}

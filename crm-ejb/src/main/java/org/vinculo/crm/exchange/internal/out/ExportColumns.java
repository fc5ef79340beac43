package org.vinculo.crm.exchange.internal.out;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vinculo.crm.exchange.ExportColumn;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.CustomerExport;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.InvalidInput;

/** The columns of exports: everything that an import can take, and what is only to be read. */
@ApplicationScoped
public class ExportColumns {

    static final String OWNER = "owner";
    static final String CREATED_AT = "createdAt";
    static final String CHANGED_AT = "changedAt";
    static final String PURPOSE = "purpose";
    static final String OUTCOME = "outcome";
    static final String STAFF = "staff";

    private static final List<String> ABOUT_CUSTOMERS = List.of(OWNER, CREATED_AT, CHANGED_AT);
    private static final List<String> ABOUT_TALKS = List.of(PURPOSE, OUTCOME, STAFF);

    @Inject
    CustomerExport customers;

    @Inject
    CurrentCaller caller;

    /** The columns that the caller may choose, in their order. */
    public List<ExportColumn> of(ImportKind kind) {
        List<ExportColumn> columns = new ArrayList<>();
        ImportField.of(kind).stream()
                .filter(field -> field != ImportField.CONSENT && field != ImportField.CONSENT_DATE)
                .forEach(field ->
                        columns.add(new ExportColumn(field.code(), title("exchange.field." + field.code()), true)));
        Stream<String> more =
                switch (kind) {
                    case CUSTOMERS -> ABOUT_CUSTOMERS.stream();
                    case INTERACTIONS -> ABOUT_TALKS.stream();
                    case PURCHASES -> Stream.empty();
                };
        more.forEach(id -> columns.add(new ExportColumn(id, title("exchange.column." + id), true)));
        if (kind == ImportKind.CUSTOMERS) {
            Locale locale = caller.get().locale();
            customers
                    .fields()
                    .forEach(field ->
                            columns.add(new ExportColumn(field.column(), Phrase.value(field.label(locale)), true)));
            customers.extraColumns().forEach(extra -> columns.add(new ExportColumn(extra.id(), extra.title(), false)));
        }
        return columns;
    }

    private static Phrase title(String key) {
        return Phrase.of(key);
    }

    /**
     * The ids of the columns wanted, the usual ones when none are.
     *
     * @throws InvalidInput for one that there is not
     */
    public List<String> chosen(ImportKind kind, List<String> wanted) {
        List<ExportColumn> known = of(kind);
        if (wanted.isEmpty()) {
            return known.stream()
                    .filter(ExportColumn::usual)
                    .map(ExportColumn::id)
                    .toList();
        }
        Set<String> ids = new LinkedHashSet<>(wanted);
        boolean strange = ids.stream()
                .anyMatch(id -> known.stream().noneMatch(column -> column.id().equals(id)));
        if (strange) {
            throw InvalidInput.field("columns", "choice");
        }
        return List.copyOf(ids);
    }
}

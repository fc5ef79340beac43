package org.vinculo.crm.party;

import java.util.Arrays;
import java.util.Optional;
import org.vinculo.crm.shared.SqlText;

/** What lists of customers can be sorted by besides what other rooms know: each has its index. */
public enum CustomerSort {
    NAME("name", "c.sort_name"),
    CREATED("createdAt", "c.created_at"),
    CHANGED("changedAt", "c.changed_at"),
    OWNER("owner", "c.owner_id");

    private final String field;
    private final String column;

    CustomerSort(String field, String column) {
        this.field = field;
        this.column = column;
    }

    /** The name in the address and in the API. */
    public String field() {
        return field;
    }

    /** The column, of the alias {@code c}. */
    public String column() {
        return column;
    }

    /**
     * The customers as {@code c}, read in this order where an index has it: Derby does not know that somebody wants a page
     * only, and would rather sort all of them.
     */
    public SqlText path(boolean ascending) {
        return SqlText.empty()
                .sqlPart(
                        switch (this) {
                            case NAME ->
                                ascending ? "customer c --DERBY-PROPERTIES index=customer_sort_name\n" : "customer c";
                            case CREATED ->
                                ascending
                                        ? "customer c"
                                        : "customer c --DERBY-PROPERTIES index=customer_created_desc\n";
                            case CHANGED ->
                                ascending
                                        ? "customer c --DERBY-PROPERTIES index=customer_changed\n"
                                        : "customer c --DERBY-PROPERTIES index=customer_changed_desc\n";
                            case OWNER -> "customer c";
                        });
    }

    /** The one of that name, if there is one. */
    public static Optional<CustomerSort> of(String field) {
        return Arrays.stream(values()).filter(each -> each.field.equals(field)).findFirst();
    }
}

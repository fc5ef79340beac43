package org.vinculo.crm.party;

import java.util.Arrays;
import java.util.Optional;

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

    /** The one of that name, if there is one. */
    public static Optional<CustomerSort> of(String field) {
        return Arrays.stream(values()).filter(each -> each.field.equals(field)).findFirst();
    }
}

package org.vinculo.crm.party;

import java.util.Arrays;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.SortBy;

/** What lists of customers can be sorted by: each has its index. */
public enum CustomerSort {
    NAME("name", "c.sort_name"),
    CREATED("createdAt", "c.created_at"),
    CHANGED("changedAt", "c.changed_at");

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

    /** @throws InvalidInput for a field that is not offered */
    public static CustomerSort of(SortBy sort) {
        if (sort == null) {
            return NAME;
        }
        return Arrays.stream(values())
                .filter(each -> each.field.equals(sort.field()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field("sort", "choice"));
    }
}

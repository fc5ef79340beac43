package org.vinculo.crm.value.internal.basket;

import java.util.Arrays;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.SortBy;

/** What the rules can be sorted by. */
enum AffinitySort {
    LIFT("lift", "r.lift"),
    CONFIDENCE("confidence", "r.confidence"),
    TOGETHER("together", "r.together");

    private final String field;
    private final String path;

    AffinitySort(String field, String path) {
        this.field = field;
        this.path = path;
    }

    String path() {
        return path;
    }

    /** @throws InvalidInput for a field that is not offered */
    static AffinitySort of(SortBy sort) {
        if (sort == null) {
            return LIFT;
        }
        return Arrays.stream(values())
                .filter(each -> each.field.equals(sort.field()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field("sort", "choice"));
    }
}

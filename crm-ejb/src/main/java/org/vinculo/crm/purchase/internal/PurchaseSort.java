package org.vinculo.crm.purchase.internal;

import java.util.Arrays;
import org.vinculo.crm.shared.SortBy;

/** The orders in which purchases can be listed. */
enum PurchaseSort {
    AT("at", "p.at"),
    DOCUMENT_NUMBER("documentNumber", "p.documentNumber"),
    TOTAL("total", "p.netTotal"),
    KIND("kind", "p.kind"),
    CHANNEL("channel", "p.channel");

    private final String field;
    private final String path;

    PurchaseSort(String field, String path) {
        this.field = field;
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The wanted order, by date for a field that is none. */
    static PurchaseSort of(SortBy wanted) {
        return Arrays.stream(values())
                .filter(sort -> wanted != null && sort.field.equals(wanted.field()))
                .findFirst()
                .orElse(AT);
    }
}

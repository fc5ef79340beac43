package org.vinculo.crm.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a file are. */
public enum ImportKind {
    CUSTOMERS,
    PURCHASES,
    INTERACTIONS;

    /** The name in the API, for example {@code customers}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}

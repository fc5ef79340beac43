package org.vinculo.crm.backoffice.admin;

import java.util.Locale;
import org.vinculo.crm.shared.Texts;

/** Sizes of files and memory, as people read them. */
final class Sizes {

    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1_000_000_000;

    private Sizes() {}

    static String text(Locale locale, long bytes) {
        if (bytes < 0) {
            return Texts.text(locale, "operations.size.unknown");
        }
        return bytes >= GIGABYTE
                ? Texts.text(locale, "operations.size.gigabytes", (double) bytes / GIGABYTE)
                : Texts.text(locale, "operations.size.megabytes", (double) bytes / MEGABYTE);
    }
}

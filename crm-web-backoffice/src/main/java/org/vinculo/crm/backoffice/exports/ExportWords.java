package org.vinculo.crm.backoffice.exports;

import org.vinculo.crm.exchange.ExportState;

/** Tones that the pages of exports share. */
final class ExportWords {

    private ExportWords() {}

    static String tone(ExportState state) {
        return switch (state) {
            case COMPLETED -> "pos";
            case FAILED -> "neg";
            case RUNNING -> "info";
            case QUEUED, EXPIRED -> "";
        };
    }
}

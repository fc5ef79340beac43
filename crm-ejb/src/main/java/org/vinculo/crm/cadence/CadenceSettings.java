package org.vinculo.crm.cadence;

import java.io.Serializable;
import java.time.Instant;
import org.vinculo.crm.value.Phase;

/**
 * By how many per cent a phase stretches or shortens the days of a tier; nought proposes nothing.
 *
 * @param number of the version
 */
public record CadenceSettings(
        int number,
        int acquisition,
        int retention,
        int extension,
        int atRisk,
        int lapsed,
        int wonBack,
        Instant changedAt,
        String changedBy)
        implements Serializable {

    private static final int WHOLE = 100;

    /** Longest silence in days; 0 when nothing is proposed. */
    public int limit(int tierDays, Phase phase) {
        int percent =
                switch (phase) {
                    case ACQUISITION -> acquisition;
                    case RETENTION -> retention;
                    case EXTENSION -> extension;
                    case AT_RISK -> atRisk;
                    case LAPSED -> lapsed;
                    case WON_BACK -> wonBack;
                    case SELECTION, LOST, CLOSED -> 0;
                };
        return (tierDays * percent + WHOLE / 2) / WHOLE;
    }
}

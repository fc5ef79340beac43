package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How the chance to leave was learned and how far it may be relied on.
 *
 * @param asOf day of the chances
 * @param cutOn day on which the customers it was learned from were looked at
 * @param windowDays leaving means buying nothing for so long
 * @param learnedFrom customers who had bought within a year before {@code cutOn}
 * @param gone how many of them left
 * @param checkedOn customers of the check, which the model had not seen
 * @param area chance that of two of them, one who left and one who stayed, the first had the higher chance; null when all did
 *     the same
 * @param topRate share who left in the tenth with the highest chances
 * @param topLift how many times the average that is
 * @param baseRate share who left among all of the check
 * @param scored customers with a chance
 * @param bands tenths by chance, ascending
 */
public record ChurnModelView(
        LocalDate asOf,
        LocalDate cutOn,
        int windowDays,
        Instant finishedAt,
        int learnedFrom,
        int gone,
        int checkedOn,
        Double area,
        Double topRate,
        Double topLift,
        Double baseRate,
        int scored,
        List<Band> bands)
        implements Serializable {

    public ChurnModelView {
        bands = List.copyOf(bands);
    }

    /** @param meanChance foretold @param happened share who left */
    public record Band(int place, int customers, double meanChance, double happened) implements Serializable {}
}

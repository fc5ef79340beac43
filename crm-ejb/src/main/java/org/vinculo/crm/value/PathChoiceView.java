package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan that was chosen, and whether it happened.
 *
 * @param asOf day of the figures it was made on
 * @param before lifetime value of that day
 * @param expected lifetime value that the plan was to lead to
 * @param callsOfYear calls in the twelve months before
 * @param callsSince calls since it was chosen
 * @param callsPlanned calls since it was chosen that the plan would have left
 * @param checks what later figures said, newest first
 */
public record PathChoiceView(
        String publicId,
        PathPlan plan,
        String note,
        String currency,
        LocalDate asOf,
        double before,
        double expected,
        int callsOfYear,
        int callsSince,
        double callsPlanned,
        Instant chosenAt,
        String chosenBy,
        List<Check> checks)
        implements Serializable {

    public PathChoiceView {
        checks = List.copyOf(checks);
    }

    /** @param ltv lifetime value of the day, null without one */
    public record Check(LocalDate asOf, Double ltv, BigDecimal contribution) implements Serializable {}

    /** How far it went, by the newest figures. */
    public enum Progress {
        /** No figures were made since. */
        OPEN,
        REACHED,
        ON_THE_WAY,
        NOT_YET
    }

    public Progress progress() {
        if (checks.isEmpty() || checks.get(0).ltv() == null) {
            return Progress.OPEN;
        }
        double now = checks.get(0).ltv();
        if (now >= expected) {
            return Progress.REACHED;
        }
        return now > before ? Progress.ON_THE_WAY : Progress.NOT_YET;
    }
}

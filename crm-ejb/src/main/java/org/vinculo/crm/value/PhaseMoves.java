package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;
import org.vinculo.crm.shared.Page;

/**
 * Changes of phase within a window.
 *
 * @param page of the changes, with how many there are
 * @param customers who moved; somebody who went back and forth moved more than once
 */
public record PhaseMoves(Page<Move> page, long customers) {

    /** @param customers who moved */
    public record Counted(long moves, long customers) implements Serializable {}

    /**
     * @param from phase that was left, or null for any
     * @param came only those who came in from nowhere
     * @param to phase that was entered, or null for any
     * @param after last day before the window
     * @param until last day of it
     */
    public record Wanted(Phase from, boolean came, Phase to, LocalDate after, LocalDate until)
            implements Serializable {}

    /**
     * @param from null for somebody who came in
     * @param stayDays days in the phase that was left, or null
     * @param place among the changes of the customer, from 0
     */
    public record Move(
            String publicId,
            String name,
            LocalDate day,
            Phase from,
            Phase to,
            PhaseRule rule,
            Integer stayDays,
            int place)
            implements Serializable {

        /** Tells rows apart, since somebody may move more than once. */
        public String key() {
            return publicId + "." + place;
        }
    }
}

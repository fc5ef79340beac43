package org.vinculo.crm.purchase;

/**
 * What became of an imported line.
 *
 * @param action what was done, or would be done in a trial
 * @param lineId internal id of the line; 0 when it would be created in a trial
 * @param version version of the line afterwards, the one to give back when undoing
 * @param before what a changed line said before, otherwise null
 */
public record LineOutcome(Action action, long lineId, long version, LineState before) {

    /** What was done. */
    public enum Action {
        CREATED,
        CHANGED,
        UNCHANGED
    }
}

package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * One thing that two records say, to choose from when they become one.
 *
 * @param name of the field
 * @param label key of what it is called
 * @param ours what the record that stays says, empty for nothing
 * @param theirs what the other one says
 * @param both whether both can be kept, one below the other
 * @param proposed whose is proposed
 */
public record MergeField(String name, String label, String ours, String theirs, boolean both, Choice proposed)
        implements Serializable {

    /** Whose value counts. */
    public enum Choice {
        THIS,
        OTHER,
        BOTH
    }

    public boolean differs() {
        return !ours.equals(theirs);
    }
}

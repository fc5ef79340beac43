package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * One thing that two records say, to choose from when they become one.
 *
 * @param name of the field
 * @param label key of what it is called; the name itself of a field of an administrator
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

    /** Whether it is a field of an administrator, with a name of its own instead of a key. */
    public boolean isCustom() {
        return name.startsWith("custom.");
    }

    public boolean differs() {
        return !ours.equals(theirs);
    }
}

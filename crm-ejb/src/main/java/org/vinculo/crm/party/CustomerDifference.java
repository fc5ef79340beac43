package org.vinculo.crm.party;

import java.io.Serializable;

/** A field that two people changed differently; a person chooses which one is kept. */
public class CustomerDifference implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String label;
    private final String mine;
    private final String theirs;
    private boolean takeTheirs;

    CustomerDifference(String field, String label, String mine, String theirs) {
        this.field = field;
        this.label = label;
        this.mine = mine;
        this.theirs = theirs;
    }

    /** Name of the field in the form, or {@code contact:} and the public id of a contact point. */
    public String getField() {
        return field;
    }

    /** Key of the field's label. */
    public String getLabel() {
        return label;
    }

    /** What I entered; empty when I removed it. */
    public String getMine() {
        return mine;
    }

    /** What somebody else saved meanwhile; empty when they removed it. */
    public String getTheirs() {
        return theirs;
    }

    public boolean isTakeTheirs() {
        return takeTheirs;
    }

    public void setTakeTheirs(boolean takeTheirs) {
        this.takeTheirs = takeTheirs;
    }
}

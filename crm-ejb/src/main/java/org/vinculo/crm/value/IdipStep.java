package org.vinculo.crm.value;

/** The steps of one to one: identify, differentiate, interact, personalise. */
public enum IdipStep {
    /** We can reach the customer. */
    IDENTIFIED(1),
    /** We know what the customer is worth, and a need. */
    DIFFERENTIATED(2),
    /** The customer turned to us within a year. */
    INTERACTED(4),
    /** What we do follows needs and wishes that the customer gave us. */
    PERSONALISED(8);

    private final int bit;

    IdipStep(int bit) {
        this.bit = bit;
    }

    /** The place of the step in the sum that is stored. */
    public int bit() {
        return bit;
    }

    public boolean isIn(int steps) {
        return (steps & bit) != 0;
    }
}

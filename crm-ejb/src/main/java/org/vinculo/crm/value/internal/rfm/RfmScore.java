package org.vinculo.crm.value.internal.rfm;

import org.vinculo.crm.value.RfmCell;

/** Scores of 1 to 5 each, 5 is best. */
public record RfmScore(int recency, int frequency, int monetary) {

    /** The three digits in one number, 111 to 555. */
    public int code() {
        return 100 * recency + 10 * frequency + monetary;
    }

    public RfmCell cell() {
        return RfmCell.of(recency, frequency);
    }
}

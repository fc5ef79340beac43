package org.vinculo.crm.value;

/** What is counted as frequency in the scores of recency, frequency and monetary value. */
public enum RfmFrequency {
    /** Documents; where purchases have no document number, the days on which there was one. */
    ORDERS,
    /** Days with a purchase. */
    DAYS,
    /** Every purchase, also several of a day without a document. */
    PURCHASES
}

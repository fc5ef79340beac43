package org.vinculo.crm.value;

/** What somebody should know about the figures of one customer. */
public enum ValueFlag {
    /** One purchase only: the model takes such a customer for alive and knows nothing more. */
    ONE_PURCHASE,
    /** More likely gone than not. */
    DOUBTFUL,
    /** Bought in a currency without a rate; that is not in the figures. */
    OTHER_CURRENCY,
    /** The repeat purchases brought nothing on average; the model of values leaves such a customer out. */
    NO_POSITIVE_VALUE
}

package org.vinculo.crm.party;

/** What a piece of information means for the reader, beside its words. */
public enum Tone {
    NEUTRAL,
    POSITIVE,
    CAUTION,
    NEGATIVE,
    INFO
}

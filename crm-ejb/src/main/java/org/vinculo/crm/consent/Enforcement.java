package org.vinculo.crm.consent;

/** How strictly a purpose asks for consent. */
public enum Enforcement {
    /** Only with a consent that was given and still holds. */
    RESTRICTIVE,
    /** Unless the person said no. */
    NON_RESTRICTIVE,
    /** Needed to serve the person; only the channel is theirs to choose. */
    TRANSACTIONAL;

    public boolean isMarketing() {
        return this != TRANSACTIONAL;
    }
}

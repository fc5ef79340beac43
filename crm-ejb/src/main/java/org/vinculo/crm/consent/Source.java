package org.vinculo.crm.consent;

/** Where a person's word reached the company. */
public enum Source {
    PORTAL,
    LINK,
    FORM,
    PHONE,
    IN_PERSON,
    LETTER,
    EMAIL,
    CONTRACT,
    IMPORT,
    API,
    SYSTEM;

    /** Sources that a member of staff can name when recording what a person said. */
    public boolean isForStaff() {
        return this == FORM
                || this == PHONE
                || this == IN_PERSON
                || this == LETTER
                || this == EMAIL
                || this == CONTRACT;
    }
}

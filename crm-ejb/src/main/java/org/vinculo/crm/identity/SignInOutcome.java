package org.vinculo.crm.identity;

/** How a try to sign in ended. */
public enum SignInOutcome {
    SIGNED_IN,
    /** The password was right and the second factor is asked for. */
    CODE_NEEDED,
    /** The password was right and a second factor must be set up first. */
    ENROLMENT_NEEDED,
    REFUSED,
    /** Too many failures: nothing was checked. */
    WAIT
}

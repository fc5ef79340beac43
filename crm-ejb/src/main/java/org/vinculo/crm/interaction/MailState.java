package org.vinculo.crm.interaction;

/** Where a mail is. */
public enum MailState {
    /** Nobody knows whose it is. */
    UNMATCHED,
    /** It is in the log of a customer. */
    FILED,
    /** Somebody decided that it is of no interest. */
    IGNORED,
    /** A machine wrote it: an answer while somebody is away, a note of delivery, a list. */
    AUTOMATIC
}

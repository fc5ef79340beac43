package org.vinculo.crm.shared;

/** What becomes of rows when their customer is forgotten. */
public enum PersonalFate {
    /** The rows go. */
    DELETED,
    /** The rows stay for the reason given; everything that leads to the person is emptied. */
    ANONYMISED,
    /** The rows stay as they are, because there is nothing in them that leads to a person once the others are gone. */
    KEPT
}

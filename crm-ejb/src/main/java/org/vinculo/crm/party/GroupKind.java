package org.vinculo.crm.party;

/** The two sorts of groups that people put together by hand. */
public enum GroupKind {
    /** A word that says something about each of them. */
    TAG,
    /** Customers collected for a purpose. */
    LIST
}

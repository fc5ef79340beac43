package org.vinculo.crm.audit;

/** What somebody did with the data of a customer without changing them. */
public enum AccessKind {
    VIEW,
    EXPORT
}

package org.vinculo.crm.document;

/** The records of a room that files can belong to; the room decides who may have them. */
public interface FileOwners {

    /** Name of the kind of record in the database; short, lower case, unique. */
    String type();

    /** Whether the caller may read the files of a record. */
    boolean mayRead(long ownerId);

    /** Whether the caller may add and remove files. */
    boolean mayChange(long ownerId);

    /** The record has other files than before; told inside the transaction. */
    default void changed(long ownerId) {}
}

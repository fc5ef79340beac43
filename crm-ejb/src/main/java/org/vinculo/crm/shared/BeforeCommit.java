package org.vinculo.crm.shared;

/** What has to be written with the changes of a call, in its transaction, after they were flushed. Calls that only read are left alone. */
public interface BeforeCommit {
    void flushed();
}

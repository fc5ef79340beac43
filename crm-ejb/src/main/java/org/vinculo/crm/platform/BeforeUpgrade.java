package org.vinculo.crm.platform;

/** Told before the schema of a database that holds an installation is changed. */
public interface BeforeUpgrade {

    /**
     * @param from version of the schema so far
     * @throws Exception when the schema must not be changed; the server does not start then
     */
    void upgrade(String from) throws Exception;
}

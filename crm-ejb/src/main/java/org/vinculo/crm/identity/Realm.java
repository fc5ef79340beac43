package org.vinculo.crm.identity;

/** The two separate worlds of accounts; the same e-mail address may have one account in each. */
public enum Realm {
    STAFF("/backoffice"),
    CUSTOMER("/portal");

    private final String door;

    Realm(String door) {
        this.door = door;
    }

    /** Context path of the web module that serves this realm. */
    public String door() {
        return door;
    }
}

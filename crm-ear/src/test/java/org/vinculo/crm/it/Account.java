package org.vinculo.crm.it;

/** The accounts of the demo company. */
public enum Account {
    ADMIN(Door.STAFF),
    MANAGER(Door.STAFF),
    SALES(Door.STAFF),
    MARKETING(Door.STAFF),
    SERVICE(Door.STAFF),
    TELESALES(Door.STAFF),
    ANALYST(Door.STAFF),
    AUDITOR(Door.STAFF),
    ANA(Door.CUSTOMER),
    BRUNO(Door.CUSTOMER),
    CARMEN(Door.CUSTOMER);

    public static final String PASSWORD = "Demo-2026!";

    private final Door door;

    Account(Door door) {
        this.door = door;
    }

    public Door door() {
        return door;
    }

    public String email() {
        return name().toLowerCase(java.util.Locale.ROOT) + "@demo.example";
    }
}

package org.vinculo.crm.consent;

/**
 * A way to reach a person. {@link #PROCESSING} reaches nobody: it stands for the use of the data itself, so that a purpose
 * such as profiling has its own consent.
 */
public enum Channel {
    EMAIL(true, true, false),
    WHATSAPP(true, true, true),
    PHONE(true, false, true),
    SMS(true, true, true),
    POST(true, false, false),
    PORTAL(true, false, false),
    PROCESSING(false, false, false);

    private final boolean addressed;
    private final boolean confirmable;
    private final boolean interrupting;

    Channel(boolean addressed, boolean confirmable, boolean interrupting) {
        this.addressed = addressed;
        this.confirmable = confirmable;
        this.interrupting = interrupting;
    }

    /** Needs an address or number of the person. */
    public boolean isAddressed() {
        return addressed;
    }

    /** Somebody else may own the address, so marketing waits until the person has confirmed it. */
    public boolean isConfirmable() {
        return confirmable;
    }

    /** Rings or buzzes, so that even a service message keeps the person's hours. */
    public boolean isInterrupting() {
        return interrupting;
    }

    /** A message through it arrives at a moment, so that advertising keeps the person's hours. */
    public boolean isTimed() {
        return interrupting || this == EMAIL;
    }
}

package org.vinculo.crm.shared;

/** A value that must be unique is taken already. */
public class Duplicate extends BusinessException {

    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param field the field whose value is taken, or null when only the database knows */
    public Duplicate(String field) {
        super("duplicate");
        this.field = field;
    }

    public Duplicate(String field, Throwable cause) {
        super("duplicate", cause);
        this.field = field;
    }

    public String field() {
        return field;
    }
}

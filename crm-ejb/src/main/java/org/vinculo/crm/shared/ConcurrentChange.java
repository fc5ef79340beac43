package org.vinculo.crm.shared;

/** Somebody else changed the same thing meanwhile, or holds it too long. Nothing was written. */
public class ConcurrentChange extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ConcurrentChange() {
        super("concurrent change");
    }

    public ConcurrentChange(Throwable cause) {
        super("concurrent change", cause);
    }
}

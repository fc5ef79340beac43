package org.vinculo.crm.shared;

/** The caller may see the thing but not do this with it. */
public class NotAllowed extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NotAllowed() {
        super("not allowed");
    }
}

package org.vinculo.crm.shared;

/** There is no such thing, or the caller may not know that there is. */
public class NotFound extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found");
    }
}

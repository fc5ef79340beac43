package org.vinculo.crm.identity;

import org.vinculo.crm.shared.BusinessException;

/** The link was used already, is too old, or never existed; which of them nobody learns. */
public class LinkInvalid extends BusinessException {

    private static final long serialVersionUID = 1L;

    public LinkInvalid() {
        super("link invalid");
    }
}

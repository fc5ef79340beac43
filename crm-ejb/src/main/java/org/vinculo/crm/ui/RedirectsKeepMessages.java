package org.vinculo.crm.ui;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * Messages of an action that ends in a redirect are shown on the page it leads to. Only then are they put into the flash:
 * its cookie comes too late for an answer of Ajax that is longer than the buffer. Named in faces-config.xml.
 */
public class RedirectsKeepMessages extends ExternalContextFactory {

    public RedirectsKeepMessages(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new Keeping(getWrapped().getExternalContext(context, request, response));
    }

    private static final class Keeping extends ExternalContextWrapper {

        Keeping(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public void redirect(String url) throws IOException {
            FacesContext faces = FacesContext.getCurrentInstance();
            if (faces != null && !faces.getMessageList().isEmpty()) {
                getFlash().setKeepMessages(true);
            }
            super.redirect(url);
        }
    }
}

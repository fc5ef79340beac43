package org.vinculo.crm.ui;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.vinculo.crm.identity.CurrentCaller;

/** Gives every view the viewer's language, so that messages of the framework speak it too. */
public class LocaleViewHandler extends ViewHandlerWrapper {

    public LocaleViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        CurrentCaller caller = CDI.current().select(CurrentCaller.class).get();
        return Locales.of(
                caller.get(), (HttpServletRequest) context.getExternalContext().getRequest());
    }
}

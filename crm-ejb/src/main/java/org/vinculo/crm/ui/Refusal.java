package org.vinculo.crm.ui;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.context.FacesContext;
import org.primefaces.util.ComponentUtils;

/** Says at a field why what was entered is refused, and leaves it there. */
public final class Refusal {

    private Refusal() {}

    /**
     * Marks the field and puts the text next to it. A field that is not valid shows what was submitted; once the model
     * has been updated that is gone, so it is put back.
     */
    public static void at(FacesContext faces, UIComponent input, String text) {
        EditableValueHolder field = (EditableValueHolder) input;
        if (field.getSubmittedValue() == null && !(input instanceof UISelectMany)) {
            field.setSubmittedValue(ComponentUtils.getValueToRender(faces, input));
        }
        field.setValid(false);
        faces.addMessage(input.getClientId(faces), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }
}

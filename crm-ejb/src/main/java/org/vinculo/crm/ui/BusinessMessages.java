package org.vinculo.crm.ui;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UINamingContainer;
import jakarta.faces.context.FacesContext;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.BusinessException;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.shared.TooManyRequests;

/** Puts business facts where the person can act on them: at the field with that id, else above the page. */
final class BusinessMessages {

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,4})\\]\\.(\\w+)");

    private BusinessMessages() {}

    static void show(FacesContext faces, BusinessException fact) {
        Locale locale = faces.getViewRoot().getLocale();
        if (fact instanceof InvalidInput invalid) {
            invalid.errors().forEach(error -> at(faces, error.field(), error.text(locale)));
        } else if (fact instanceof Duplicate duplicate) {
            at(faces, duplicate.field(), FieldError.of("", "taken").text(locale));
        } else {
            at(faces, null, text(fact, locale));
        }
    }

    /** The sentence for a fact that is not about one field. */
    static String text(BusinessException fact, Locale locale) {
        if (fact instanceof ConcurrentChange) {
            return Texts.text(locale, "errors.concurrentChange");
        }
        if (fact instanceof NotFound) {
            return Texts.text(locale, "errors.notFound");
        }
        if (fact instanceof NotAllowed) {
            return Texts.text(locale, "errors.notAllowed");
        }
        if (fact instanceof TooManyRequests wait) {
            return Texts.text(
                    locale,
                    "errors.tooManyRequests",
                    Math.max(1, wait.retryAfter().toSeconds()));
        }
        return Texts.text(locale, "errors.invalid");
    }

    private static void at(FacesContext faces, String field, String text) {
        FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
        Matcher row = ROW.matcher(field == null ? "" : field);
        if (row.matches()) {
            atRow(faces, inRow(faces, row.group(1), row.group(2), row.group(3)), text, message);
            return;
        }
        UIComponent input = field == null || field.isEmpty() ? null : input(faces, field);
        if (input == null) {
            faces.addMessage(null, message);
            return;
        }
        Refusal.at(faces, input, text);
    }

    private static void atRow(FacesContext faces, String clientId, String text, FacesMessage message) {
        boolean found = clientId != null
                && faces.getViewRoot()
                        .invokeOnComponent(faces, clientId, (context, input) -> Refusal.at(context, input, text));
        if (!found) {
            faces.addMessage(clientId, message);
        }
    }

    /** {@code contacts[2].value}: the input {@code value} in the third row of what repeats as {@code contacts}. */
    private static String inRow(FacesContext faces, String list, String row, String id) {
        UIComponent repeated = find(faces.getViewRoot(), part -> repeats(part) && list.equals(part.getId()));
        if (repeated == null) {
            return null;
        }
        char separator = UINamingContainer.getSeparatorChar(faces);
        return repeated.getClientId(faces) + separator + row + separator + id;
    }

    /** First in the form that was sent: other forms of the page may have a field of the same name. */
    private static UIComponent input(FacesContext faces, String id) {
        UIComponent sent = find(faces.getViewRoot(), part -> part instanceof UIForm form && form.isSubmitted());
        Predicate<UIComponent> wanted = part -> part instanceof EditableValueHolder && id.equals(part.getId());
        UIComponent found = sent == null ? null : find(sent, wanted);
        return found == null ? find(faces.getViewRoot(), wanted) : found;
    }

    private static UIComponent find(UIComponent part, Predicate<UIComponent> wanted) {
        if (wanted.test(part)) {
            return part;
        }
        if (repeats(part)) {
            return null;
        }
        Iterator<UIComponent> parts = part.getFacetsAndChildren();
        while (parts.hasNext()) {
            UIComponent found = find(parts.next(), wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Tables and ui:repeat: what stands in them exists once a row, and has no row here. */
    private static boolean repeats(UIComponent part) {
        return part instanceof UIData || part instanceof UINamingContainer && !UIComponent.isCompositeComponent(part);
    }
}

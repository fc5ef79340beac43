package org.vinculo.crm.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What has to be corrected before a form can be accepted, for the summary above it. */
@Named
@ApplicationScoped
public class FormErrors {

    /**
     * One thing to correct.
     *
     * @param clientId the field to jump to, or null when it is not about one field
     * @param label the field's label, or null
     */
    public record Entry(String clientId, String label, String text) {}

    /**
     * What is said about an action as a whole.
     *
     * @param warning whether it succeeded only in part
     */
    public record Toast(String text, boolean warning) {}

    /** What stopped the action as a whole. */
    public List<Entry> getGeneral() {
        List<Entry> entries = new ArrayList<>();
        add(FacesContext.getCurrentInstance(), null, entries);
        return entries;
    }

    /** What succeeded. */
    public List<Toast> getToasts() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .filter(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) < 0)
                .map(message -> new Toast(message.getSummary(), message.getSeverity() == FacesMessage.SEVERITY_WARN))
                .toList();
    }

    public int getFieldCount() {
        return getFields().size();
    }

    /** What is wrong with single fields. */
    public List<Entry> getFields() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<Entry> entries = new ArrayList<>();
        Iterator<String> ids = faces.getClientIdsWithMessages();
        while (ids.hasNext()) {
            String clientId = ids.next();
            if (clientId != null) {
                add(faces, clientId, entries);
            }
        }
        return entries;
    }

    private static void add(FacesContext faces, String clientId, List<Entry> entries) {
        for (FacesMessage message : faces.getMessageList(clientId)) {
            if (message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0) {
                String text = message.getDetail() == null ? message.getSummary() : message.getDetail();
                entries.add(new Entry(clientId, label(faces.getViewRoot(), clientId), text));
            }
        }
    }

    /** The label is asked where the field is, so that a field in a repeated row has that row's label. */
    private static String label(UIViewRoot root, String clientId) {
        if (clientId == null) {
            return null;
        }
        AtomicReference<Object> label = new AtomicReference<>();
        root.invokeOnComponent(
                FacesContext.getCurrentInstance(),
                clientId,
                (faces, field) -> label.set(field.getAttributes().get("label")));
        return label.get() == null ? null : label.get().toString();
    }
}

package org.vinculo.crm.portal.data;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomTexts;
import org.vinculo.crm.party.portal.MyFields;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** What the company asks besides: shown, and changed where it may be. */
@Named
@ViewScoped
public class FieldsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    MyFields fields;

    @Inject
    Viewer viewer;

    @Inject
    Feedback feedback;

    private List<CustomEntry> entries;

    @PostConstruct
    void load() {
        entries = fields.list();
        CustomTexts.localise(getEditable(), viewer.getLocale());
    }

    public String save() {
        fields.save(CustomTexts.values(entries, viewer.getLocale()));
        feedback.done("custom.portal.saved");
        return "/data?faces-redirect=true";
    }

    public List<CustomEntry> getEntries() {
        return entries;
    }

    public List<CustomEntry> getEditable() {
        return entries.stream().filter(CustomEntry::isEditable).toList();
    }

    public List<CustomEntry> getShown() {
        return entries.stream().filter(entry -> !entry.isEditable()).toList();
    }

    public String text(CustomEntry entry) {
        return CustomTexts.show(entry, viewer.getLocale());
    }
}

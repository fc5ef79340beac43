package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomFields;
import org.vinculo.crm.party.CustomTexts;
import org.vinculo.crm.ui.Viewer;

/** What the customer on the page has in the fields of administrators. */
@Named("customFields")
@RequestScoped
public class FieldsPanel {

    @EJB
    private CustomFields fields;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    private List<CustomEntry> entries;

    public List<CustomEntry> getEntries() {
        if (entries == null) {
            entries = fields.of(page.getId());
        }
        return entries;
    }

    public String shown(CustomEntry entry) {
        return CustomTexts.show(entry, viewer.getLocale());
    }
}

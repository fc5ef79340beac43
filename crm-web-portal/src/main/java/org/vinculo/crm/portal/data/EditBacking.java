package org.vinculo.crm.portal.data;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Collator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vinculo.crm.party.portal.MyData;
import org.vinculo.crm.party.portal.MyDataForm;
import org.vinculo.crm.shared.Country;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** The customer corrects what is kept. */
@Named("dataEditBacking")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    MyData data;

    @Inject
    Viewer viewer;

    @Inject
    Feedback feedback;

    private MyDataForm form;

    @PostConstruct
    void load() {
        form = data.form();
    }

    public void add(String type) {
        form.addContact(type, null);
    }

    /** Codes by the name of the country in the viewer's language. */
    public Map<String, String> getCountries() {
        Locale locale = viewer.getLocale();
        Map<String, String> countries = new TreeMap<>(Collator.getInstance(locale)::compare);
        for (String code : Locale.getISOCountries()) {
            countries.put(Country.name(code, locale), code);
        }
        return countries;
    }

    public String save() {
        data.correct(form);
        feedback.done("portal.data.saved");
        return "/data?faces-redirect=true";
    }

    public MyDataForm getForm() {
        return form;
    }
}

package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import org.vinculo.crm.shared.Country;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.AlikeProspect;
import org.vinculo.crm.value.BestProfile;
import org.vinculo.crm.value.PotentialService;

/** What the most valuable customers are like, and which prospects are like them. */
@Named
@ViewScoped
public class AlikeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private PotentialService potentials;

    @Inject
    private Viewer viewer;

    private BestProfile profile;

    private final LazyTable<AlikeProspect> rows =
            LazyTable.of(request -> potentials.alike(request), AlikeProspect::publicId);

    public void load() {
        profile = potentials.profile().orElse(null);
    }

    /** Address of the customers behind a share. @param code empty where it is not known */
    public String link(String of, String attribute, String code) {
        return "../customers/list?alike=" + of + "." + attribute + "." + (code == null ? "" : code);
    }

    /** A value of an attribute in words. */
    public String value(String attribute, String code) {
        if (code == null || code.isEmpty()) {
            return text("value.alike.unknown");
        }
        return switch (attribute) {
            case "KIND" -> text("party.kind." + code);
            case "ORIGIN" -> text("party.channel." + code);
            case "COUNTRY" -> Country.name(code, viewer.getLocale());
            default -> Locale.forLanguageTag(code).getDisplayLanguage(viewer.getLocale());
        };
    }

    private String text(String key) {
        return Texts.text(viewer.getLocale(), key);
    }

    public BestProfile getProfile() {
        return profile;
    }

    public LazyTable<AlikeProspect> getRows() {
        return rows;
    }
}

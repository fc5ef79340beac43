package org.vinculo.crm.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Texts;

/** What stands around every page, whoever looks at it. */
@Named
@ApplicationScoped
public class Shell {

    /**
     * A language to choose at the doors.
     *
     * @param tag BCP 47 tag
     * @param name its name in itself
     */
    public record Language(String tag, String name) {}

    @Inject
    Settings settings;

    public String getProduct() {
        return "Vínculo";
    }

    public String getCompany() {
        return settings.companyName();
    }

    public boolean isDemo() {
        return settings.demo();
    }

    public String getPortalAddress() {
        return settings.address(Door.PORTAL.contextPath());
    }

    public String getBackOfficeAddress() {
        return settings.address(Door.BACKOFFICE.contextPath());
    }

    /** Changes when the company's colour changes, so that browsers fetch the sheet again. */
    public String getBrandVersion() {
        return Integer.toHexString(settings.get(Setting.BRAND_COLOUR).hashCode());
    }

    public List<Language> getLanguages() {
        return Texts.LOCALES.stream()
                .map(locale -> new Language(locale.toLanguageTag(), ownName(locale)))
                .toList();
    }

    private static String ownName(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}

package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.exchange.ImportDefaults;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** What the installation assumes about files. */
@ApplicationScoped
public class Defaults {

    @Inject
    Settings settings;

    @Inject
    CustomerImport customers;

    /** For whoever is deciding about a file now. */
    public ImportDefaults get() {
        return with(customers.fields());
    }

    /** For a file about which somebody has decided. */
    public ImportDefaults decided() {
        return with(customers.everyField());
    }

    private ImportDefaults with(List<CustomEntry> fields) {
        return new ImportDefaults(
                settings.zone(), settings.get(Setting.CURRENCY), settings.get(Setting.COUNTRY), fields);
    }
}

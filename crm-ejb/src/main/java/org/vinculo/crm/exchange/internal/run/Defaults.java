package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.exchange.ImportDefaults;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** What the installation assumes about files. */
@ApplicationScoped
public class Defaults {

    @Inject
    Settings settings;

    public ImportDefaults get() {
        return new ImportDefaults(settings.zone(), settings.get(Setting.CURRENCY), settings.get(Setting.COUNTRY));
    }
}

package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.value.internal.Runs;

/** The currency in which figures are told, for the other rooms. */
@ApplicationScoped
public class FigureCurrency {

    @Inject
    Runs runs;

    @Inject
    Settings settings;

    /** That of the present figures; before the first refresh the one of the house. */
    public String present() {
        return runs.scale().map(Runs.Scale::currency).orElseGet(() -> settings.get(Setting.CURRENCY));
    }
}

package org.vinculo.crm.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** How many files a record takes and how large each may be, for the help beside a field. */
@Named
@RequestScoped
public class FileLimits {

    @Inject
    Settings settings;

    public int getMostMegabytes() {
        return settings.number(Setting.FILE_MAX_MB);
    }

    public int getMostFiles() {
        return settings.number(Setting.FILES_PER_RECORD);
    }
}

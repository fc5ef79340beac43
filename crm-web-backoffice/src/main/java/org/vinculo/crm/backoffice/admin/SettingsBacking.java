package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.platform.SettingView;
import org.vinculo.crm.platform.SettingsService;

/** The settings of the installation, to be read. */
@Named
@RequestScoped
public class SettingsBacking {

    @EJB
    private SettingsService service;

    private List<SettingView> settings;

    @PostConstruct
    void load() {
        settings = service.list();
    }

    public List<SettingView> getSettings() {
        return settings;
    }
}

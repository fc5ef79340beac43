package org.vinculo.crm.identity.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.platform.StartupMessages;

/** At every start: roles, and the way to the first administrator while there is none. */
@Startup
@Singleton(name = "FirstStart")
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStartRunner {

    @Inject
    FirstStart firstStart;

    @Inject
    Provisioning provisioning;

    @Inject
    Settings settings;

    @PostConstruct
    void run() {
        firstStart.seedRoles();
        boolean provision = settings.isSet(Setting.PROVISION_FILE);
        if (firstStart.isDone()) {
            if (provision) {
                StartupMessages.say("Provisioning changed nothing: this database has an administrator already.");
            }
            return;
        }
        if (provision) {
            provisionFrom(Path.of(settings.get(Setting.PROVISION_FILE)));
            return;
        }
        if (!settings.demo()) {
            StartupMessages.say("Set-up link: " + firstStart.newSetUpLink());
        }
    }

    private void provisionFrom(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties values = new Properties();
            values.load(text);
            provisioning.apply(values);
            StartupMessages.say("Provisioned: the first administrator and an API token.");
        } catch (IOException | IllegalArgumentException refused) {
            String reason = refused instanceof IOException ? "it cannot be read" : refused.getMessage();
            StartupMessages.fail("The provision file cannot be used: " + reason + ".");
            throw new IllegalStateException("The provision file cannot be used", refused);
        }
    }
}

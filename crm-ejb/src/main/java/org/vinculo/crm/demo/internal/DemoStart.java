package org.vinculo.crm.demo.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.demo.internal.story.Staff;
import org.vinculo.crm.demo.internal.story.Story;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.platform.StartupMessages;
import org.vinculo.crm.shared.Texts;

/**
 * Loads the demo company before the doors open, and keeps demo and real data apart: a real database is never filled with
 * invented customers, and the demo's well-known passwords never work in a server that is not a demo.
 */
@Startup
@Singleton(name = "DemoStart")
@DependsOn({"Migrator", "FirstStart"})
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());

    @Inject
    Settings settings;

    @Inject
    CurrentCaller callers;

    @Inject
    DemoCompany company;

    @PostConstruct
    void start() {
        boolean there = company.isLoaded();
        if (!settings.demo()) {
            refuseIf(
                    there,
                    "This database holds the demo company, whose passwords everybody knows."
                            + " Start with --demo, or choose another data folder with --data.");
            return;
        }
        refuseIf(
                !there && !company.isPossible(),
                "The demo company needs an empty database, and this one is in use."
                        + " Choose another data folder with --data.");
        if (!there) {
            load();
        }
        announce();
    }

    private static void refuseIf(boolean refused, String reason) {
        if (refused) {
            StartupMessages.fail(reason);
            throw new IllegalStateException(reason);
        }
    }

    private void load() {
        long begun = System.nanoTime();
        asSystem(() -> {
            company.load();
            return null;
        });
        LOG.log(Level.INFO, "demo company loaded in {0} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    private void announce() {
        StartupMessages.say("CRM demo token: " + asSystem(company::newToken));
        boolean usual = settings.get(Setting.DEMO_PASSWORD).equals(Setting.DEMO_PASSWORD.defaultValue());
        String password = usual ? Setting.DEMO_PASSWORD.defaultValue() : "as set by CRM_DEMO_PASSWORD";
        Staff.ALL.stream()
                .filter(Staff.Colleague::signsIn)
                .forEach(colleague -> say("staff", colleague.email(), roleName(colleague), password));
        Story.signIns().forEach(account -> say("customer", account.email(), account.customer(), password));
    }

    private static String roleName(Staff.Colleague colleague) {
        return Texts.text(Locale.ENGLISH, "identity.role." + colleague.role());
    }

    private static void say(String door, String email, String who, String password) {
        StartupMessages.say("CRM demo account (" + door + "): " + email + ", password " + password + ", " + who);
    }

    private <T> T asSystem(Callable<T> work) {
        try {
            return callers.runAs(Caller.system("demo"), work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package org.vinculo.crm.privacy.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.StartupMessages;

/** Before the doors open: who came back with a restored backup is forgotten again. */
@Startup
@Singleton
@DependsOn("Migrator")
public class ErasedAgain {

    private static final Logger LOG = Logger.getLogger(ErasedAgain.class.getName());

    @Inject
    ErasureRecord record;

    @Inject
    CurrentCaller callers;

    @PostConstruct
    void start() {
        try {
            int again = callers.runAs(Caller.system("restore"), record::settle);
            if (again > 0) {
                LOG.log(Level.WARNING, "{0} customers came back with a backup and are erased again", again);
            }
        } catch (Exception failure) {
            String reason = "Who was erased before cannot be erased again: " + failure.getMessage();
            StartupMessages.fail(reason);
            throw new IllegalStateException(reason, failure);
        }
    }
}

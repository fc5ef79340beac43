package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.JobActor;

/** Jobs act as the system, under their own name. */
@ApplicationScoped
public class SystemActor implements JobActor {

    @Inject
    CurrentCaller callers;

    @Override
    public <T> T runAs(String jobName, Callable<T> work) throws Exception {
        return callers.runAs(Caller.system(jobName), work);
    }
}

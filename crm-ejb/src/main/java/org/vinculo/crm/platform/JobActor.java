package org.vinculo.crm.platform;

import java.util.concurrent.Callable;

/** Gives the thread of a job an identity; the room that knows callers implements it. */
public interface JobActor {
    <T> T runAs(String jobName, Callable<T> work) throws Exception;
}

package org.vinculo.crm.value;

import java.io.Serializable;
import org.vinculo.crm.platform.JobView;

/**
 * What stands about rules.
 *
 * @param current the search whose rules are shown, or null before the first one
 * @param latest the search that was asked for last, or null
 * @param job what runs now, or null
 * @param outdated whether there are purchases that the present rules do not know
 * @param mayRun whether the caller may search again and change the settings
 */
public record AffinityOverview(
        AffinityRunView current, AffinityRunView latest, JobView job, boolean outdated, boolean mayRun)
        implements Serializable {

    public boolean isRunning() {
        return job != null && !job.state().isOver();
    }
}

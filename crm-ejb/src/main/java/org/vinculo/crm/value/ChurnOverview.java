package org.vinculo.crm.value;

import java.io.Serializable;
import org.vinculo.crm.platform.JobView;

/**
 * What stands about the chance to leave.
 *
 * @param model null before the first fit
 * @param job what runs now, or null
 * @param failure key of the text that says why the last fit came to nothing, or null
 * @param opens whether the counts of the model open to their customers: they are of the whole base
 * @param mayRun whether the caller may fit again
 */
public record ChurnOverview(ChurnModelView model, JobView job, String failure, boolean opens, boolean mayRun)
        implements Serializable {

    public boolean isRunning() {
        return job != null && !job.state().isOver();
    }
}

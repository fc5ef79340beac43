package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.party.internal.SearchRebuild;
import org.vinculo.crm.platform.Jobs;

/** Has what the search finds laid out anew, for whoever brought many records in without telling the search of each. */
@ApplicationScoped
public class SearchRefresh {

    @Inject
    Jobs jobs;

    /**
     * Orders it as a job, in the transaction of the caller.
     *
     * @param by who asked for it, to be shown
     * @return public id of the job
     */
    public String order(String by) {
        return jobs.submit(SearchRebuild.NAME, "", by);
    }
}

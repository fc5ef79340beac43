package org.vinculo.crm.party.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.vinculo.crm.platform.Jobs;

/** After an update of the software the index of the search is made anew once, by the rules of the new version. */
@Startup
@Singleton
@DependsOn("Migrator")
public class SearchStart {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Jobs jobs;

    @PostConstruct
    void look() {
        Number layout = (Number) em.createNativeQuery("select layout from search_state where id = 1")
                .getSingleResult();
        if (layout.intValue() < SearchRebuild.LAYOUT && !jobs.isOpen(SearchRebuild.NAME)) {
            jobs.submit(SearchRebuild.NAME, "", "system");
        }
    }
}

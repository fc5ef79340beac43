package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.vinculo.crm.value.AffinitySearch;
import org.vinculo.crm.value.ChurnFit;
import org.vinculo.crm.value.RefreshFinished;

/** Whenever the figures were made again, the chances to leave and the rules of products follow. */
@ApplicationScoped
public class ChurnTimer {

    private static final String WHO = "refresh";

    @Inject
    ChurnFit fit;

    @Inject
    AffinitySearch affinity;

    void figuresMade(@Observes RefreshFinished finished) {
        fit.begin(finished.asOf(), WHO);
        affinity.beginIfOutdated(WHO);
    }
}

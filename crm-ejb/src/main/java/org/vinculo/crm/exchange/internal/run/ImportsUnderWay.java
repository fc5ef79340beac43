package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.purchase.PurchasesArriving;

/** Purchases are arriving while a file is imported, and leaving while an import is taken back. */
@ApplicationScoped
public class ImportsUnderWay implements PurchasesArriving {

    @Inject
    Jobs jobs;

    @Override
    public boolean areArriving() {
        return jobs.isOpen(ImportRunner.NAME) || jobs.isOpen(UndoRunner.NAME);
    }
}

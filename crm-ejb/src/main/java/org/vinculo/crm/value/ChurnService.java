package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.entity.ChurnRun;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.churn.ChurnReasons;
import org.vinculo.crm.value.internal.churn.ChurnStore;

/** Who may leave, because of what, and what is at stake. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class ChurnService {

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    Jobs jobs;

    @Inject
    ChurnStore store;

    @Inject
    ChurnReasons reasons;

    @Inject
    ChurnFit fit;

    @Inject
    Runs runs;

    @Inject
    Policies policies;

    public ChurnOverview overview() {
        ChurnRun latest = store.latest().orElse(null);
        JobView job = latest == null || latest.getState() != RunState.RUNNING
                ? null
                : jobs.find(latest.getJobId()).orElse(null);
        Optional<ChurnStore.Fit> current = store.current();
        return new ChurnOverview(
                current.map(ChurnStore.Fit::view).orElse(null),
                job,
                latest == null ? null : latest.getFailure(),
                caller.scope(Permission.VALUE_VIEW) == Scope.ALL
                        && current.filter(store::tells).isPresent(),
                caller.has(Permission.VALUE_MANAGE));
    }

    /**
     * The customers in the caller's reach, the most at stake first.
     *
     * @param atLeast smallest chance, 0 to 1
     */
    public Page<CustomerAtRisk> list(double atLeast, PageRequest page) {
        if (!(atLeast >= 0 && atLeast <= 1)) {
            throw InvalidInput.field("atLeast", "risk.error.share");
        }
        return store.current().isEmpty() ? Page.empty() : store.page(atLeast, page);
    }

    /** Empty for a customer without a chance: somebody who never bought or is gone already. */
    public Optional<ChurnExplanation> explain(String customerPublicId) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_VIEW);
        return store.current().flatMap(fitted -> reasons.of(fitted, customer.id()));
    }

    /** Learns again from the purchases of this moment. Public id of the job. */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public String fit() {
        return fit.begin(runs.today(policies.value().settings()), caller.get().name());
    }
}

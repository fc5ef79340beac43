package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.purchase.PurchasesArriving;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;

/** Makes the figures of customers again whose purchases changed, by the models of the last refresh. */
@ApplicationScoped
public class UpdateJob implements JobHandler {

    public static final String NAME = "value-update";

    private static final int AT_ONCE = 100;
    private static final int DAYS_OLD = 7;

    @Inject
    Bulk bulk;

    @Inject
    Runs runs;

    @Inject
    Policies policies;

    @Inject
    Plans plans;

    @Inject
    HistoryPass histories;

    @Inject
    ScorePass scores;

    @Inject
    PurchasesArriving arriving;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean inBackground() {
        return true;
    }

    @Override
    public JobStep step(JobContext context) {
        ValueRun run = runs.current().orElse(null);
        if (run == null || runs.open().isPresent()) {
            // a whole refresh sees everything anyway
            return JobStep.finished(context.done());
        }
        if (arriving.areArriving()) {
            // it would wait for the rows of the import, and the import for those of figures
            return JobStep.finished(context.done());
        }
        Instant now = clock.instant();
        List<Long> stale = new ArrayList<>();
        bulk.read(RefreshSql.STALE, args -> args.set(now).set(AT_ONCE), row -> stale.add(row.getLong(1)));
        if (stale.isEmpty()) {
            return JobStep.finished(context.done());
        }
        LocalDate today = runs.today(policies.value(run.getPolicyNumber()).settings());
        // figures of a past day stay figures of that day
        LocalDate asOf = run.getAsOf().isBefore(today.minusDays(DAYS_OLD)) ? run.getAsOf() : today;
        RefreshPlan plan = plans.update(run, asOf);
        ScorePass.Means means = plans.means(run, asOf);
        for (long customer : stale) {
            histories.one(plan, customer);
            scores.one(means, customer);
            bulk.execute(
                    RefreshSql.DELETE_STALE,
                    args -> args.set(customer - 1).set(customer).set(now));
        }
        return JobStep.more("next", context.done() + stale.size(), 0);
    }
}

package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.entity.ValuePolicy;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.clv.ObservationSplit;
import org.vinculo.crm.value.internal.tier.TierPolicy;

/** What the steps of a refresh work with, made out of the run each time. */
@ApplicationScoped
public class Plans {

    @Inject
    Bulk bulk;

    @Inject
    Policies policies;

    /** @param families whether product codes say which family they belong to @param customers to go through */
    record Beginning(boolean families, long customers) {}

    private record Sales(
            String currency, boolean returns, long count, LocalDate first, LocalDate last, long withCost) {}

    /** Looks at the purchases as a whole: the currency of the figures, the first and the last day. */
    Beginning begin(ValueRun run) {
        ValueSettings settings = policies.value(run.getPolicyNumber()).settings();
        List<Sales> sales = new ArrayList<>();
        bulk.read(
                RefreshSql.SALES_BY_CURRENCY,
                args -> args.set(run.getAsOf()),
                row -> sales.add(new Sales(
                        row.getString(1),
                        "RETURN".equals(row.getString(2)),
                        row.getLong(3),
                        Bulk.day(row, 4),
                        Bulk.day(row, 5),
                        row.getLong(6))));
        String currency = currency(run, settings, sales);
        List<Sales> counted = sales.stream()
                .filter(each ->
                        each.currency().equals(currency) || settings.rates().containsKey(each.currency()))
                .toList();
        List<Sales> sold = counted.stream().filter(each -> !each.returns()).toList();
        run.begun(
                currency,
                sold.stream().map(Sales::first).min(Comparator.naturalOrder()).orElse(null),
                lastDay(),
                sold.stream().mapToLong(Sales::count).sum(),
                counted.stream().filter(Sales::returns).mapToLong(Sales::count).sum());
        run.sources(sold.stream().mapToLong(Sales::withCost).sum(), 0);
        long[] customers = new long[1];
        bulk.read(RefreshSql.COUNT_CUSTOMERS, args -> {}, row -> customers[0] = row.getLong(1));
        return new Beginning(hasFamilies(), customers[0]);
    }

    /** The currency of the settings; without one the house currency, or the one of most sales when nobody pays in that. */
    private static String currency(ValueRun run, ValueSettings settings, List<Sales> sales) {
        boolean used = sales.stream().anyMatch(each -> each.currency().equals(run.getCurrency()));
        if (settings.currency() != null || used || sales.isEmpty()) {
            return run.getCurrency();
        }
        Map<String, Long> counts = new HashMap<>();
        sales.forEach(each -> counts.merge(each.currency(), each.count(), Long::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private LocalDate lastDay() {
        LocalDate[] last = new LocalDate[1];
        bulk.read(RefreshSql.LAST_PURCHASE, args -> {}, row -> last[0] = Bulk.day(row, 1));
        return last[0];
    }

    private boolean hasFamilies() {
        boolean[] any = new boolean[1];
        bulk.read(RefreshSql.ANY_FAMILY, args -> {}, row -> any[0] = true);
        return any[0];
    }

    RefreshPlan of(ValueRun run, boolean families) {
        ValuePolicy policy = policies.value(run.getPolicyNumber());
        LocalDate asOf = run.getAsOf();
        boolean later = run.getLastPurchase() != null && run.getLastPurchase().isAfter(asOf);
        boolean history =
                run.getFirstPurchase() != null && run.getFirstPurchase().isBefore(asOf);
        return new RefreshPlan(
                run.getId(),
                asOf,
                later ? asOf.plusDays(Math.round(run.periodWeeks() * 7)) : asOf,
                later || !history ? null : ObservationSplit.of(run.getFirstPurchase(), asOf),
                run.getCurrency(),
                policy.settings(),
                policy.lifecycle(),
                families);
    }

    /** For customers whose purchases changed after the run, by its models but as of today. */
    RefreshPlan update(ValueRun run, LocalDate asOf) {
        ValuePolicy policy = policies.value(run.getPolicyNumber());
        return new RefreshPlan(
                run.getId(), asOf, asOf, null, run.getCurrency(), policy.settings(), policy.lifecycle(), hasFamilies());
    }

    Scorer scorer(ValueRun run, LocalDate asOf) {
        Map<String, Double> peers = new HashMap<>();
        bulk.read(
                RefreshSql.PEERS, args -> args.set(run.getId()), row -> peers.put(row.getString(1), row.getDouble(2)));
        return new Scorer(run, policies.value(run.getPolicyNumber()).settings(), asOf, peers);
    }

    TierPolicy tiers(ValueRun run) {
        return policies.tier(run.getTierPolicyNumber()).orElseThrow().rules();
    }

    ScorePass.Means means(ValueRun run) {
        return means(run, run.getAsOf());
    }

    ScorePass.Means means(ValueRun run, LocalDate asOf) {
        return new ScorePass.Means(run, scorer(run, asOf), tiers(run), run.tierCuts(), null);
    }

    /** Whatever changed before the run began is in its figures. */
    void fresh(ValueRun run) {
        bulk.execute(
                RefreshSql.DELETE_STALE, args -> args.set(0).set(Long.MAX_VALUE).set(run.getStartedAt()));
    }
}

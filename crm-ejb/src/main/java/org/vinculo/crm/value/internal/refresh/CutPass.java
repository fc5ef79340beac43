package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.tier.TierCuts;
import org.vinculo.crm.value.internal.tier.TierPolicy;

/** Where the whole base is cut into tiers: needs the value of every customer once, a few numbers each. */
@ApplicationScoped
public class CutPass {

    private static final int AT_ONCE = 5000;

    @Inject
    Bulk bulk;

    @Inject
    Costs costs;

    /** Values of a group of alike, which grow. */
    private static final class Values {
        private double[] all = new double[256];
        private int size;

        void add(double value) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size + size / 2);
            }
            all[size++] = value;
        }

        double[] array() {
            return Arrays.copyOf(all, size);
        }
    }

    private static final class Sums {
        private final Values ltvs = new Values();
        private final Values gaps = new Values();
        private final Map<String, Values> byPeers = new HashMap<>();
        private final List<String> groups = new ArrayList<>();
        private final List<Boolean> gone = new ArrayList<>();
        private double purchases;
        private double spend;
        private double ltv;
    }

    void cut(ValueRun run, Scorer scorer, TierPolicy policy) {
        Sums sums = new Sums();
        long[] after = {0};
        List<HistoryView> chunk = new ArrayList<>();
        do {
            chunk.clear();
            bulk.read(
                    RefreshSql.HISTORIES,
                    args -> args.set(after[0]).set(AT_ONCE),
                    row -> chunk.add(HistoryView.of(row)));
            if (!chunk.isEmpty()) {
                long last = chunk.get(chunk.size() - 1).customer();
                Map<Long, CostSource.Costs> cost = costs.of(after[0], last, run.getAsOf(), run.getCurrency());
                chunk.stream()
                        .filter(HistoryView::isCustomer)
                        .forEach(history -> add(
                                sums,
                                history,
                                scorer.expected(
                                        history, cost.getOrDefault(history.customer(), CostSource.Costs.NONE))));
                after[0] = last;
            }
        } while (!chunk.isEmpty());
        Map<String, Double> best = store(run, sums);
        double[] ltvs = sums.ltvs.array();
        for (int i = 0; i < ltvs.length; i++) {
            Double reached = best.get(sums.groups.get(i));
            sums.gaps.add(sums.gone.get(i) || reached == null ? 0 : Math.max(reached - ltvs[i], 0));
        }
        run.cut(TierCuts.of(policy, ltvs, sums.gaps.array()), sums.purchases, sums.spend, sums.ltv);
    }

    private static void add(Sums sums, HistoryView history, Scorer.Expected expected) {
        sums.ltvs.add(expected.ltv());
        sums.groups.add(history.peerGroup().intern());
        sums.gone.add(org.vinculo.crm.value.Phase.valueOf(history.phase()).isGone());
        sums.byPeers.computeIfAbsent(history.peerGroup(), group -> new Values()).add(expected.ltv());
        sums.purchases += expected.purchases();
        sums.spend += expected.purchases() * expected.worth();
        sums.ltv += expected.ltv();
    }

    private Map<String, Double> store(ValueRun run, Sums sums) {
        Map<String, Double> best = new HashMap<>();
        sums.byPeers.forEach(
                (group, values) -> best.put(group, Scorer.peers(values.array()).best()));
        bulk.execute(RefreshSql.DELETE_PEERS, args -> args.set(run.getId()));
        bulk.write(RefreshSql.INSERT_PEER, best.entrySet(), (args, peer) -> args.set(run.getId())
                .set(peer.getKey())
                .set(sums.byPeers.get(peer.getKey()).size)
                .set(peer.getValue()));
        return best;
    }
}

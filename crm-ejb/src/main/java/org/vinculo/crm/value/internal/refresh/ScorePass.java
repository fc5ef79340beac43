package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.shared.Quarter;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierReason;
import org.vinculo.crm.value.ValueFlag;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.tier.TierCuts;
import org.vinculo.crm.value.internal.tier.TierFacts;
import org.vinculo.crm.value.internal.tier.TierPolicy;
import org.vinculo.crm.value.internal.tier.TierRules;
import org.vinculo.crm.value.internal.tier.TierState;

/** Scores a range of customers, puts them into tiers and shows the result: the only pass that changes what people see. */
@ApplicationScoped
public class ScorePass {

    private static final double DOUBTFUL = 0.5;

    @Inject
    Bulk bulk;

    @Inject
    Costs costs;

    @Inject
    Knowledge knowledge;

    @Inject
    Clock clock;

    @Inject
    Halves halves;

    /**
     * What is needed beside the histories.
     *
     * @param lesson null between two refreshes: the model and its check stay those of the last one
     */
    record Means(ValueRun run, Scorer scorer, TierPolicy policy, TierCuts cuts, Lesson lesson) {

        Means with(Lesson ofRun) {
            return new Means(run, scorer, policy, cuts, ofRun);
        }
    }

    private record Before(LocalDate asOf, LocalDate since, TierState state) {}

    private record Scored(
            HistoryView history,
            CostSource.Costs costs,
            Scorer.Expected expected,
            Optional<Scorer.Scores> scores,
            double potential,
            TierState tier,
            LocalDate tierSince,
            Tier tierBefore,
            int idip) {

        BigDecimal contribution() {
            return history.yearMargin().subtract(costs.lastYear());
        }
    }

    /**
     * The next customers after one; the id of the last of them, or -1 when there are no more.
     *
     * @param others the same means once more, for a second thread
     */
    long next(Means means, Means others, long after, int atMost) {
        List<HistoryView> chunk = new ArrayList<>();
        bulk.read(RefreshSql.HISTORIES, args -> args.set(after).set(atMost), row -> chunk.add(HistoryView.of(row)));
        boolean end = chunk.size() < atMost;
        long last = end ? Long.MAX_VALUE : chunk.get(chunk.size() - 1).customer();
        List<HistoryView> first = chunk.subList(0, (chunk.size() + 1) / 2);
        List<HistoryView> second = chunk.subList(first.size(), chunk.size());
        long middle = first.isEmpty() ? after : first.get(first.size() - 1).customer();
        halves.both(() -> score(means, first, after, middle), () -> score(others, second, middle, last));
        return end ? -1 : last;
    }

    /** One customer alone. */
    void one(Means means, long customer) {
        List<HistoryView> chunk = new ArrayList<>();
        bulk.read(
                RefreshSql.HISTORIES_BETWEEN,
                args -> args.set(customer - 1).set(customer),
                row -> chunk.add(HistoryView.of(row)));
        score(means, chunk, customer - 1, customer);
    }

    private void score(Means means, List<HistoryView> chunk, long after, long upTo) {
        Map<Long, Before> before = before(after, upTo);
        Map<Long, CostSource.Costs> cost =
                costs.of(after, upTo, means.scorer().asOf, means.run().getCurrency());
        Map<Long, Integer> known = knowledge.of(after, upTo, means.scorer().asOf);
        List<Scored> all = chunk.stream()
                .map(history -> scored(
                        means,
                        history,
                        cost.getOrDefault(history.customer(), CostSource.Costs.NONE),
                        before.get(history.customer()),
                        known.getOrDefault(history.customer(), 0)))
                .toList();
        Instant now = clock.instant();
        List<Scored> there = all.stream()
                .filter(each -> before.containsKey(each.history().customer()))
                .toList();
        List<Scored> added = all.stream()
                .filter(each -> !before.containsKey(each.history().customer()))
                .toList();
        bulk.write(RefreshSql.UPDATE_VALUE, there, (args, row) -> bind(args, means, row, now));
        bulk.write(RefreshSql.INSERT_VALUE, added, (args, row) -> bind(args, means, row, now));
        List<Scored> moved = all.stream()
                .filter(each -> each.tier() != null && each.tier().tier() != each.tierBefore())
                .toList();
        bulk.write(RefreshSql.INSERT_TIER_CHANGE, moved, (args, row) -> bindChange(args, means, row, now));
        bulk.execute(RefreshSql.DELETE_VALUES, args -> args.set(after).set(upTo));
    }

    private static Scored scored(
            Means means, HistoryView history, CostSource.Costs costs, Before before, int knowledge) {
        Scorer scorer = means.scorer();
        Scorer.Expected expected = scorer.expected(history, costs);
        double potential = history.isCustomer() ? scorer.potential(history, expected.ltv()) : Double.NaN;
        Tier tierBefore =
                before == null || before.state() == null ? null : before.state().tier();
        TierState tier = history.isCustomer() ? tier(means, history, costs, expected, potential, before) : null;
        LocalDate since = tier != null && tier.tier() == tierBefore ? before.since() : scorer.asOf;
        return new Scored(
                history,
                costs,
                expected,
                scorer.scores(history),
                potential,
                tier,
                since,
                tierBefore,
                Knowledge.idip(knowledge, tier != null));
    }

    private static TierState tier(
            Means means,
            HistoryView history,
            CostSource.Costs costs,
            Scorer.Expected expected,
            double potential,
            Before before) {
        LocalDate asOf = means.scorer().asOf;
        TierFacts facts = new TierFacts(
                Math.toIntExact(ChronoUnit.DAYS.between(history.firstOn(), asOf)),
                history.orders(),
                expected.ltv(),
                history.yearMargin().subtract(costs.lastYear()).doubleValue(),
                potential);
        TierState state = before == null ? null : before.state();
        if (state != null && !asOf.isAfter(before.asOf())) {
            // looking twice at the same day is one look
            state = new TierState(
                    state.tier(),
                    state.reason(),
                    state.suggested(),
                    Math.max(0, state.seen() - 1),
                    state.policyVersion(),
                    state.byHand());
        }
        if (state != null
                && state.byHand() != null
                && asOf.isAfter(state.byHand().until())) {
            // what a person decided ends on its day, so that the figures begin with what they said meanwhile
            state = new TierState(
                    state.suggested(), state.reason(), state.suggested(), state.seen(), state.policyVersion(), null);
        }
        return TierRules.evaluated(state, means.policy(), means.cuts(), facts, asOf);
    }

    private Map<Long, Before> before(long after, long upTo) {
        Map<Long, Before> before = new HashMap<>();
        bulk.read(
                RefreshSql.TIER_STATES,
                args -> args.set(after).set(upTo),
                row -> before.put(row.getLong(1), new Before(Bulk.day(row, 2), Bulk.day(row, 5), state(row))));
        return before;
    }

    private static TierState state(ResultSet row) throws SQLException {
        if (row.getString(3) == null) {
            return null;
        }
        TierState.Decision byHand = row.getString(9) == null
                ? null
                : new TierState.Decision(Tier.valueOf(row.getString(9)), Bulk.day(row, 10));
        return new TierState(
                Tier.valueOf(row.getString(3)),
                TierReason.valueOf(row.getString(4)),
                Tier.valueOf(row.getString(6)),
                row.getInt(7),
                row.getInt(8),
                byHand);
    }

    private static void bind(Bulk.Args args, Means means, Scored row, Instant now) throws SQLException {
        HistoryView history = row.history();
        Scorer scorer = means.scorer();
        Optional<Scorer.Scores> scores = row.scores();
        Integer code = scores.map(each -> each.of(scorer.definition())).orElse(null);
        LocalDate asOf = scorer.asOf;
        args.set(means.run().getId())
                .set(asOf)
                .set(now)
                .set(means.run().getCurrency())
                .set(scorer.model())
                .set(flags(row))
                .set(history.firstOn())
                .set(history.lastOn())
                .setNumber(
                        history.isCustomer()
                                ? Integer.valueOf(Math.toIntExact(ChronoUnit.DAYS.between(history.lastOn(), asOf)))
                                : null)
                .setNumber(history.isCustomer() ? Integer.valueOf(history.windowOrders()) : null)
                .set(history.isCustomer() ? history.windowSpent() : null)
                .setNumber(code)
                .setNumber(scores.map(Scorer.Scores::equalGroups).orElse(null))
                .setNumber(scores.map(Scorer.Scores::quantiles).orElse(null))
                .setNumber(scores.map(Scorer.Scores::quantilesPlusOne).orElse(null))
                .set(code == null ? null : RfmCell.of(code / 100, code / 10 % 10))
                .set(history.repeats())
                .set(history.isCustomer() ? HistoryView.weeks(history.firstOn(), history.lastOn()) : 0.0)
                .set(history.isCustomer() ? HistoryView.weeks(history.firstOn(), asOf) : 0.0)
                .set(history.meanValue())
                .set(row.expected().alive())
                .set(row.expected().purchases())
                .set(row.expected().worth())
                .set(row.expected().gross())
                .set(row.expected().service())
                .set(row.expected().ltv())
                .set(Scorer.cents(history.netRevenue()))
                .set(Scorer.cents(history.margin()))
                .set(Scorer.cents(history.yearMargin()))
                .set(Scorer.cents(row.costs().lastYear()))
                .set(Scorer.cents(row.contribution()))
                .set(row.potential())
                .set(Math.max(row.potential() - row.expected().ltv(), 0))
                .set(history.peerGroup());
        bindTier(args, row);
        args.set(history.phase())
                .set(history.phaseSince())
                .set(history.phaseRule())
                .set(cohort(history.firstOn()))
                .set(row.idip());
        bindLesson(args, means.lesson() == null ? null : means.lesson().of(history.customer()));
        args.set(history.customer());
    }

    private static void bindLesson(Bulk.Args args, Lesson.Part part) throws SQLException {
        args.setNumber(part == null ? null : Integer.valueOf(part.fitted()))
                .setNumber(part == null ? null : Integer.valueOf(part.checkRepeats()))
                .setNumber(part == null ? null : Integer.valueOf(part.place()));
    }

    private static void bindTier(Bulk.Args args, Scored row) throws SQLException {
        TierState tier = row.tier();
        TierState.Decision byHand = tier == null ? null : tier.byHand();
        args.set(tier == null ? null : tier.tier())
                .set(tier == null ? null : tier.reason())
                .set(tier == null ? null : row.tierSince())
                .set(tier == null ? null : tier.suggested())
                .set(tier == null ? 0 : tier.seen())
                .set(tier == null ? 0 : tier.policyVersion())
                .set(byHand == null ? null : byHand.tier())
                .set(byHand == null ? null : byHand.until());
    }

    private void bindChange(Bulk.Args args, Means means, Scored row, Instant now) throws SQLException {
        double ltv = row.expected().ltv();
        args.set(bulk.nextId())
                .set(row.history().customer())
                .set(now)
                .set(means.scorer().asOf)
                .set(row.tierBefore())
                .set(row.tier().tier())
                .set(row.tier().reason())
                .set(row.tier().policyVersion())
                .set(means.run().getId())
                .set(ltv)
                .set(Scorer.cents(row.contribution()))
                .set(means.cuts().best())
                .set(means.cuts().growth())
                .set(Math.max(row.potential() - ltv, 0))
                .set(hash(row, means.cuts()))
                .set("system");
    }

    /** The facts that decided, so that somebody can prove later what a decision was made on. */
    private static String hash(Scored row, TierCuts cuts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(row.history().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(32)
                    .putDouble(row.expected().ltv())
                    .putDouble(row.contribution().doubleValue())
                    .putDouble(cuts.best())
                    .putDouble(cuts.growth())
                    .array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), 16));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String flags(Scored row) {
        List<String> flags = new ArrayList<>();
        HistoryView history = row.history();
        flag(flags, history.isCustomer() && history.repeats() == 0, ValueFlag.ONE_PURCHASE);
        flag(flags, row.expected().alive() < DOUBTFUL, ValueFlag.DOUBTFUL);
        flag(flags, history.leftOut() > 0, ValueFlag.OTHER_CURRENCY);
        flag(
                flags,
                history.isCustomer() && history.repeats() > 0 && !(history.meanValue() > 0),
                ValueFlag.NO_POSITIVE_VALUE);
        return flags.isEmpty() ? null : String.join(",", flags);
    }

    private static void flag(List<String> flags, boolean when, ValueFlag flag) {
        if (when) {
            flags.add(flag.name());
        }
    }

    private static String cohort(LocalDate first) {
        return first == null ? null : Quarter.of(first).toString();
    }
}

package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.clv.BgNbd;
import org.vinculo.crm.value.internal.clv.BgNbdFit;
import org.vinculo.crm.value.internal.clv.Fitted;
import org.vinculo.crm.value.internal.clv.GammaGamma;
import org.vinculo.crm.value.internal.clv.GammaGammaFit;
import org.vinculo.crm.value.internal.clv.HoldoutCheck;
import org.vinculo.crm.value.internal.clv.HoldoutTally;
import org.vinculo.crm.value.internal.clv.ModelCard;
import org.vinculo.crm.value.internal.clv.ParetoNbdFit;
import org.vinculo.crm.value.internal.clv.RepeatSummary;
import org.vinculo.crm.value.internal.clv.RepeatTable;
import org.vinculo.crm.value.internal.clv.ValueTable;
import org.vinculo.crm.value.internal.rfm.RfmFigures;
import org.vinculo.crm.value.internal.rfm.RfmScale;

/** Fits the models on the summed-up histories, checks them and finds the cut points. */
@ApplicationScoped
public class ModelPass {

    /** Parameters are known well enough from so many customers; of a larger base every n-th is taken. */
    static final int MOST_FITTED = 100_000;

    /** The slower second opinion is asked for where it takes a few seconds at most. */
    static final int MOST_SECOND_OPINION = 3_000;

    @Inject
    Bulk bulk;

    void fit(ValueRun run, int fewestRepeaters) {
        totals(run);
        RepeatTable repeats = new RepeatTable();
        ValueTable values = new ValueTable();
        long[] repeatPurchases = new long[1];
        Every sample = new Every(run.getCustomers());
        bulk.read(RefreshSql.REPEATS, args -> {}, row -> {
            if (sample.skips()) {
                return;
            }
            RepeatSummary summary = HistoryView.summary(
                    Bulk.day(row, 1), Bulk.day(row, 2), row.getInt(3), row.getDouble(4), run.getAsOf());
            repeats.add(summary);
            values.add(summary);
            repeatPurchases[0] += summary.repeats();
        });
        if (repeats.customers() == 0) {
            run.empty();
            return;
        }
        Fitted<BgNbd> purchases = BgNbdFit.of(repeats);
        Fitted<GammaGamma> value = GammaGammaFit.of(values);
        ModelCard card = ModelCard.of(run.getAsOf(), repeats, values, purchases, value, fewestRepeaters, null);
        run.fitted(card, repeats.customers(), values.customers(), repeatPurchases[0]);
        if (repeats.customers() <= MOST_SECOND_OPINION && purchases.isUsable()) {
            var other = ParetoNbdFit.of(repeats).fit();
            run.secondOpinion(
                    other.parameters(), other.logLikelihood(), other.state().name());
        }
    }

    private void totals(ValueRun run) {
        bulk.read(RefreshSql.HISTORY_TOTALS, args -> {}, row -> {
            run.read(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    amount(row.getBigDecimal(4)),
                    amount(row.getBigDecimal(5)));
            run.sources(run.view().withCost(), row.getLong(6));
        });
    }

    private static BigDecimal amount(BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private record Checked(LocalDate from, LocalDate until, HoldoutTally tally, HoldoutCheck check) {

        static Checked of(LocalDate from, LocalDate until, HoldoutTally tally) {
            return new Checked(from, until, tally, tally.check());
        }
    }

    /** Checks the model, and tells of whom its parameters and the check are. */
    Lesson check(ValueRun run, RefreshPlan plan) {
        Optional<Checked> checked = tally(run, plan);
        checked.ifPresent(each -> run.checked(each.from(), each.until(), each.check()));
        return lesson(run, checked);
    }

    /** As {@link #check} told it, for who lost that. */
    Lesson lesson(ValueRun run, RefreshPlan plan) {
        return lesson(run, tally(run, plan));
    }

    private Lesson lesson(ValueRun run, Optional<Checked> checked) {
        Lesson lesson = new Lesson();
        Every sample = new Every(run.getCustomers());
        bulk.read(RefreshSql.REPEATS, args -> {}, row -> {
            RepeatSummary summary = HistoryView.summary(
                    Bulk.day(row, 1), Bulk.day(row, 2), row.getInt(3), row.getDouble(4), run.getAsOf());
            int fitted = sample.skips() ? Lesson.PASSED_OVER : summary.hasValue() ? Lesson.VALUES : Lesson.PURCHASES;
            lesson.add(row.getLong(10), fitted);
        });
        checked.ifPresent(each -> each.tally().each(lesson::checked));
        return lesson;
    }

    /** What came after the day of the figures checks the model itself; otherwise one that has not seen the last third. */
    private Optional<Checked> tally(ValueRun run, RefreshPlan plan) {
        if (plan.split() == null && plan.laterUntil().isAfter(plan.asOf())) {
            return run.purchaseModel().map(model -> later(run, plan, model));
        }
        return plan.split() != null && plan.split().checkWeeks() > 0 ? split(run, plan) : Optional.empty();
    }

    private Checked later(ValueRun run, RefreshPlan plan, BgNbd model) {
        double weeks = HistoryView.weeks(plan.asOf(), plan.laterUntil());
        HoldoutTally tally = new HoldoutTally();
        bulk.read(RefreshSql.REPEATS, args -> {}, row -> {
            RepeatSummary summary = HistoryView.summary(
                    Bulk.day(row, 1), Bulk.day(row, 2), row.getInt(3), row.getDouble(4), run.getAsOf());
            tally.add(row.getLong(10), summary.repeats(), expected(model, summary, weeks), row.getInt(9));
        });
        return Checked.of(plan.asOf(), plan.laterUntil(), tally);
    }

    private Optional<Checked> split(ValueRun run, RefreshPlan plan) {
        LocalDate until = plan.split().observedUntil();
        RepeatTable repeats = new RepeatTable();
        Every sample = new Every(run.getCustomers());
        bulk.read(RefreshSql.REPEATS, args -> {}, row -> {
            if (row.getDate(5) != null && !sample.skips()) {
                repeats.add(HistoryView.summary(Bulk.day(row, 5), Bulk.day(row, 6), row.getInt(7), 0, until));
            }
        });
        if (repeats.repeaters() == 0) {
            return Optional.empty();
        }
        Fitted<BgNbd> fitted = BgNbdFit.of(repeats);
        if (!fitted.isUsable()) {
            return Optional.empty();
        }
        double weeks = plan.split().checkWeeks();
        HoldoutTally tally = new HoldoutTally();
        bulk.read(RefreshSql.REPEATS, args -> {}, row -> {
            if (row.getDate(5) != null) {
                RepeatSummary summary =
                        HistoryView.summary(Bulk.day(row, 5), Bulk.day(row, 6), row.getInt(7), 0, until);
                tally.add(row.getLong(10), summary.repeats(), expected(fitted.model(), summary, weeks), row.getInt(8));
            }
        });
        return Optional.of(Checked.of(until, plan.split().checkedUntil(), tally));
    }

    private static double expected(BgNbd model, RepeatSummary summary, double weeks) {
        return model.expectedPurchases(summary.repeats(), summary.lastRepeat(), summary.age(), weeks);
    }

    /** The cut points of all three definitions. */
    void scale(ValueRun run) {
        List<RfmFigures> all = new ArrayList<>();
        bulk.read(
                RefreshSql.RFM,
                args -> {},
                row -> all.add(RfmFigures.of(
                        row.getLong(1), Bulk.day(row, 2), row.getInt(3), row.getBigDecimal(4), run.getAsOf())));
        if (all.isEmpty()) {
            return;
        }
        for (RfmDefinition definition : RfmDefinition.values()) {
            run.scaled(RfmScale.of(definition, all));
        }
    }

    /** Lets every n-th pass, so that no more than the most pass of a base of known size. */
    private static final class Every {
        private final long step;
        private long seen;

        Every(long size) {
            step = Math.max(1, (size + MOST_FITTED - 1) / MOST_FITTED);
        }

        boolean skips() {
            return seen++ % step != 0;
        }
    }
}

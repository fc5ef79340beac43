package org.vinculo.crm.value.internal.refresh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.value.RfmFrequency;
import org.vinculo.crm.value.ValueMeasure;
import org.vinculo.crm.value.internal.clv.HistoryReader;
import org.vinculo.crm.value.internal.clv.RepeatSummary;
import org.vinculo.crm.value.internal.lifecycle.LifecycleEvent;
import org.vinculo.crm.value.internal.lifecycle.PhaseChange;

/** The purchases of one customer, summed up while they pass by in the order of days. */
final class HistoryRow {

    private final RefreshPlan plan;
    private final HistoryReader observed;
    private final HistoryReader checked;
    private final Growth growth;

    long customer;
    LocalDate createdOn;
    String peerGroup;
    LocalDate firstOn;
    LocalDate lastOn;
    LocalDate checkLastOn;
    int orders;
    int days;
    int windowOrders;
    int leftOut;
    BigDecimal spent = BigDecimal.ZERO;
    BigDecimal windowSpent = BigDecimal.ZERO;
    BigDecimal returned = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal yearMargin = BigDecimal.ZERO;
    RepeatSummary summary;
    RepeatSummary checkSummary;
    int laterPurchases;
    int checkPurchases;
    List<PhaseChange> phases = List.of();
    final List<LocalDate> purchaseDays = new ArrayList<>();
    final List<LifecycleEvent> expansions = new ArrayList<>();

    private LocalDate countedDay;

    HistoryRow(RefreshPlan plan, HistoryReader observed, HistoryReader checked) {
        this.plan = plan;
        this.observed = observed;
        this.checked = checked;
        this.growth = new Growth(plan.settings().expansionPercent());
        observed.next();
        if (checked != null) {
            checked.next();
        }
    }

    /** Takes the next purchase or return; days ascend. */
    void add(LocalDate day, boolean isReturn, String currency, BigDecimal net, BigDecimal goods, String document) {
        if (!plan.counts(currency)) {
            leaveOut(day, isReturn);
            return;
        }
        BigDecimal amount = plan.converted(net, currency);
        BigDecimal goodsCost = plan.converted(goods, currency);
        if (!day.isAfter(plan.asOf())) {
            book(day, isReturn, amount, goodsCost);
        }
        if (isReturn) {
            return;
        }
        boolean margin = plan.settings().measure() == ValueMeasure.MARGIN && goodsCost != null;
        BigDecimal value = margin ? amount.subtract(goodsCost) : amount;
        observed.add(day, value);
        if (checked != null) {
            checked.add(day, value);
        }
        if (!day.isAfter(plan.asOf())) {
            count(day, amount, document);
        }
    }

    /** Without a rate it is in no figure, but the relationship lives on it. */
    private void leaveOut(LocalDate day, boolean isReturn) {
        if (!day.isAfter(plan.asOf())) {
            leftOut++;
            if (!isReturn) {
                met(day);
            }
        }
    }

    private void met(LocalDate day) {
        if (purchaseDays.isEmpty() || !purchaseDays.get(purchaseDays.size() - 1).equals(day)) {
            purchaseDays.add(day);
        }
    }

    private void book(LocalDate day, boolean isReturn, BigDecimal amount, BigDecimal goodsCost) {
        BigDecimal takenBack = isReturn && amount.signum() < 0 ? amount.negate() : BigDecimal.ZERO;
        BigDecimal sold = isReturn ? BigDecimal.ZERO : amount;
        BigDecimal goods = goodsCost == null || isReturn && amount.signum() >= 0 ? BigDecimal.ZERO : goodsCost;
        spent = spent.add(sold);
        returned = returned.add(takenBack);
        cost = cost.add(goods);
        if (!day.isBefore(plan.yearFrom())) {
            yearMargin = yearMargin.add(sold).subtract(takenBack).subtract(goods);
        }
    }

    private void count(LocalDate day, BigDecimal amount, String document) {
        boolean newDay = !day.equals(lastOn);
        if (firstOn == null) {
            firstOn = day;
        }
        lastOn = day;
        if (newDay) {
            days++;
            met(day);
            if (plan.split() != null && !day.isAfter(plan.split().observedUntil())) {
                checkLastOn = day;
            }
        }
        int more = orders(day, newDay, document);
        orders += more;
        if (!day.isBefore(plan.windowFrom())) {
            windowOrders += more;
            windowSpent = windowSpent.add(amount);
        }
        if (growth.grew(day, amount)) {
            expansions.add(LifecycleEvent.of(day, LifecycleEvent.Kind.EXPANDED));
        }
    }

    private int orders(LocalDate day, boolean newDay, String document) {
        RfmFrequency frequency = plan.settings().rfmFrequency();
        if (frequency == RfmFrequency.PURCHASES) {
            return 1;
        }
        if (frequency == RfmFrequency.DAYS) {
            return newDay ? 1 : 0;
        }
        if (document != null) {
            return 1;
        }
        boolean first = !day.equals(countedDay);
        countedDay = day;
        return first ? 1 : 0;
    }

    /** Closes the account of the customer. */
    void end() {
        if (observed.isCustomer()) {
            summary = observed.summary();
            laterPurchases = observed.holdout().purchases();
        }
        if (checked != null && checked.isCustomer()) {
            checkSummary = checked.summary();
            checkPurchases = checked.holdout().purchases();
        }
    }

    boolean isCustomer() {
        return firstOn != null;
    }

    int repeats() {
        return summary == null ? 0 : summary.repeats();
    }

    PhaseChange phase() {
        return phases.get(phases.size() - 1);
    }
}

package org.vinculo.crm.value.internal.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.purchase.PurchaseWindow;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.value.PathPlan;
import org.vinculo.crm.value.PathView;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.entity.CustomerValue;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.contribution.PathToPositive;
import org.vinculo.crm.value.internal.contribution.PathToPositive.Measure;

/** Tries plans on the figures of a customer. */
@ApplicationScoped
public class PathBook {

    private static final double MONTHS = 12;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Policies policies;

    @Inject
    ContactCosts costs;

    @Inject
    Tariffs tariffs;

    @Inject
    PurchaseWindow purchases;

    public Optional<PathView> of(long customer, PathPlan plan) {
        CustomerValue stored = em.find(CustomerValue.class, customer);
        if (stored == null
                || stored.card().ltv() == null
                || stored.card().ltvGross() == null
                || stored.card().expectedWorth() == null) {
            return Optional.empty();
        }
        ValueCard card = stored.card();
        Map<Channel, ContactCosts.Spent> spent =
                costs.byChannel(customer, card.asOf().minusYears(1).plusDays(1), card.asOf(), card.currency());
        ContactCosts.Spent calls =
                spent.getOrDefault(Channel.PHONE, new ContactCosts.Spent(0, BigDecimal.ZERO, BigDecimal.ZERO));
        double callPrice = calls.contacts() == 0 ? 0 : calls.cost().doubleValue() / calls.contacts();
        double portalPrice = portalPrice(card.asOf(), card.currency());
        List<Double> orders = purchases.recentSales(customer, card.currency()).stream()
                .map(BigDecimal::doubleValue)
                .toList();
        PathToPositive.Relationship relationship =
                relationship(card, calls.contacts() / MONTHS, callPrice, portalPrice, orders);
        PathToPositive.Outcome outcome = PathToPositive.of(relationship, valid(plan));
        OptionalDouble share =
                calls.contacts() == 0 ? OptionalDouble.empty() : PathToPositive.callsToMove(relationship);
        return Optional.of(new PathView(
                card.currency(),
                outcome.before(),
                outcome.after(),
                change(outcome, Measure.CALLS_TO_PORTAL),
                change(outcome, Measure.PLAN_FEE),
                change(outcome, Measure.MINIMUM_ORDER),
                calls.contacts(),
                BigDecimal.valueOf(callPrice),
                BigDecimal.valueOf(portalPrice),
                middle(orders),
                share.isPresent() ? Double.valueOf(share.getAsDouble()) : null,
                card.asOf()));
    }

    private PathToPositive.Relationship relationship(
            ValueCard card, double callsPerMonth, double callPrice, double portalPrice, List<Double> orders) {
        double perMonth = card.yearService().doubleValue() / MONTHS;
        double perPurchase = card.expectedWorth();
        double expected = perPurchase == 0 ? 0 : card.ltvGross() / perPurchase;
        return new PathToPositive.Relationship(
                expected,
                months(card, perMonth),
                perPurchase,
                marginRate(card),
                orders,
                callsPerMonth,
                callPrice,
                portalPrice,
                Math.max(0, perMonth - callsPerMonth * callPrice));
    }

    /** The discounted months of the relationship: those that the service of the lifetime value was counted over. */
    private double months(ValueCard card, double perMonth) {
        if (perMonth > 0 && card.ltvService() != null) {
            return card.ltvService() / perMonth;
        }
        ValueSettings settings = policies.settings();
        double months = 0;
        for (int month = 1; month <= settings.horizonMonths(); month++) {
            months += Math.pow(1 + settings.monthlyRate(), -month);
        }
        return months * (card.pAlive() == null ? settings.retention() : card.pAlive());
    }

    private static double marginRate(ValueCard card) {
        double revenue = card.netRevenue().doubleValue();
        return revenue <= 0 ? 0 : Math.max(0, Math.min(1, card.margin().doubleValue() / revenue));
    }

    private double portalPrice(LocalDate day, String currency) {
        Tariffs.Cost cost = tariffs.prices().of(Channel.PORTAL, day, BigDecimal.ZERO);
        return cost.currency() == null
                ? 0
                : costs.exchange(currency)
                        .of(cost.money(), cost.currency())
                        .orElse(BigDecimal.ZERO)
                        .doubleValue();
    }

    private static PathToPositive.Plan valid(PathPlan plan) {
        if (!(plan.callsMoved() >= 0 && plan.callsMoved() <= 1)) {
            throw InvalidInput.field("callsMoved", "contribution.error.share");
        }
        if (!(plan.accepted() >= 0 && plan.accepted() <= 1)) {
            throw InvalidInput.field("accepted", "contribution.error.share");
        }
        if (!(plan.monthlyFee() >= 0)) {
            throw InvalidInput.field("monthlyFee", "contribution.error.notNegative");
        }
        if (!(plan.smallestOrder() >= 0)) {
            throw InvalidInput.field("smallestOrder", "contribution.error.notNegative");
        }
        return new PathToPositive.Plan(plan.callsMoved(), plan.monthlyFee(), plan.smallestOrder(), plan.accepted());
    }

    private static double change(PathToPositive.Outcome outcome, Measure measure) {
        return outcome.effects().stream()
                .filter(effect -> effect.measure() == measure)
                .mapToDouble(PathToPositive.Effect::change)
                .sum();
    }

    private static double middle(List<Double> values) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

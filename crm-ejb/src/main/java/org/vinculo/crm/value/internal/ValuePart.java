package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Badge;
import org.vinculo.crm.party.Because;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Figure;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.TimelineGroup;
import org.vinculo.crm.party.Tone;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierChangeView;
import org.vinculo.crm.value.TierReason;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.entity.TierChange;

/** What a customer is worth, on the page that tells the customer's story. */
@ApplicationScoped
public class ValuePart implements Customer360Part {

    private static final String TAB = "value";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    Runs runs;

    @Inject
    ValueQuery query;

    @Override
    public String source() {
        return "value";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public TimelineGroup group() {
        return TimelineGroup.SYSTEM;
    }

    private Optional<ValueCard> card(long customerId) {
        return caller.has(Permission.VALUE_VIEW) ? query.card(customerId) : Optional.empty();
    }

    @Override
    public List<Badge> badges(long customerId) {
        List<Badge> badges = new ArrayList<>();
        card(customerId).ifPresent(card -> {
            if (card.tier() != null) {
                badges.add(
                        new Badge("tier", Phrase.of("value.tier." + card.tier().name()), tone(card.tier())));
            }
            badges.add(
                    new Badge("phase", Phrase.of("value.phase." + card.phase().name()), tone(card.phase())));
        });
        return badges;
    }

    private static Tone tone(Tier tier) {
        return switch (tier) {
            case MVC -> Tone.POSITIVE;
            case MGC -> Tone.INFO;
            case BZ -> Tone.NEGATIVE;
            case INTERMEDIATE, NEW -> Tone.NEUTRAL;
        };
    }

    private static Tone tone(Phase phase) {
        return phase.isGone() ? Tone.NEGATIVE : phase == Phase.AT_RISK ? Tone.CAUTION : Tone.NEUTRAL;
    }

    @Override
    public List<Because> because(long customerId) {
        return card(customerId)
                .filter(card -> card.tier() != null)
                .map(card -> List.of(new Because(
                        Phrase.of(
                                "value.because.tier",
                                Phrase.of("value.tier." + card.tier().name())),
                        reason(card, cut()),
                        tone(card.tier()))))
                .orElse(List.of());
    }

    private Double cut() {
        return runs.scale().map(Runs.Scale::bestCut).orElse(null);
    }

    /** Why the tier is what it is, with the figure that decided and the cut. */
    static Phrase reason(ValueCard card, Double bestCut) {
        Money ltv = money(card.ltv(), card.currency());
        String key = "value.reason." + card.tierReason().name();
        if (card.tierReason() == TierReason.DECIDED_BY_HAND) {
            return Phrase.of(key, card.handUntil());
        }
        if (card.tierReason() == TierReason.TOO_EARLY_TO_SAY) {
            return Phrase.of(key, card.firstOn());
        }
        if (card.tierReason() == TierReason.VALUE_AND_CONTRIBUTION_BELOW_ZERO) {
            return Phrase.of(key, ltv, new Money(card.contribution(), card.currency()));
        }
        if (card.tierReason() == TierReason.ROOM_TO_GROW) {
            return Phrase.of(key, ltv, money(card.potential(), card.currency()));
        }
        if (card.tierReason() == TierReason.KEPT_UNTIL_CONFIRMED) {
            return Phrase.of(key, Phrase.of("value.tier." + card.tierSuggested().name()), card.tierSeen());
        }
        return bestCut == null ? Phrase.of(key + ".alone", ltv) : Phrase.of(key, ltv, money(bestCut, card.currency()));
    }

    static Money money(Double amount, String currency) {
        BigDecimal exact = amount == null ? BigDecimal.ZERO : BigDecimal.valueOf(amount);
        return new Money(exact.setScale(2, RoundingMode.HALF_EVEN), currency);
    }

    @Override
    public List<Figure> figures(long customerId) {
        List<Figure> figures = new ArrayList<>();
        card(customerId).filter(ValueCard::bought).ifPresent(card -> {
            figures.add(new Figure(
                    "ltv",
                    Phrase.of("value.figure.ltv"),
                    Phrase.value(money(card.ltv(), card.currency())),
                    card.pAlive() == null
                            ? Phrase.of("value.model." + card.model().name())
                            : Phrase.of("value.figure.alive", percent(card.pAlive())),
                    card.ltv() != null && card.ltv() < 0 ? Tone.NEGATIVE : Tone.NEUTRAL,
                    TAB));
            figures.add(new Figure(
                    "contribution",
                    Phrase.of("value.figure.contribution"),
                    Phrase.value(new Money(card.contribution().setScale(2, RoundingMode.HALF_EVEN), card.currency())),
                    Phrase.of("value.figure.asOf", card.asOf()),
                    card.contribution().signum() < 0 ? Tone.NEGATIVE : Tone.NEUTRAL,
                    TAB));
            if (card.rfmCell() != null) {
                figures.add(new Figure(
                        "rfm",
                        Phrase.of("value.figure.rfm"),
                        Phrase.of("value.cell." + card.rfmCell().name()),
                        Phrase.of("value.figure.scores", String.valueOf(card.rfm())),
                        Tone.NEUTRAL,
                        TAB));
            }
        });
        return figures;
    }

    private static Integer percent(double share) {
        return BigDecimal.valueOf(share)
                .multiply(HUNDRED)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValue();
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        if (!caller.has(Permission.VALUE_VIEW)) {
            return List.of();
        }
        return em.createQuery(
                        "select t from TierChange t where t.customerId = :customer and t.from is not null"
                                + " and (t.changedAt < :at or (t.changedAt = :at and t.id < :below))"
                                + " order by t.changedAt desc, t.id desc",
                        TierChange.class)
                .setParameter("customer", customerId)
                .setParameter("at", before.at())
                .setParameter("below", before.idBelow(source()))
                .setMaxResults(limit)
                .getResultStream()
                .map(this::entry)
                .toList();
    }

    private TimelineEntry entry(TierChange change) {
        TierChangeView view = change.view();
        return new TimelineEntry(
                view.at(),
                source(),
                change.getId(),
                null,
                "tier",
                "value",
                tone(view.to()),
                Phrase.of(
                        "value.timeline.tier",
                        Phrase.of("value.tier." + view.from().name()),
                        Phrase.of("value.tier." + view.to().name())),
                view.note() == null ? List.of() : List.of(Phrase.value(view.note())),
                null,
                null,
                null);
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        String page = caller.has(Permission.VALUE_VIEW) ? "/WEB-INF/customers/value-tab.xhtml" : null;
        return Optional.of(new Tab(TAB, Phrase.of("value.tab"), null, page));
    }

    @Override
    public List<CustomerAction> actions(CustomerRef customer) {
        if (customer.deleted() || !caller.has(Permission.VALUE_VIEW)) {
            return List.of();
        }
        return List.of(
                new CustomerAction("tier", Phrase.of("value.action.tier"), "value", "/value/tier"),
                new CustomerAction("phase", Phrase.of("value.action.phase"), "flag", "/value/phase"));
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        return card(customerId)
                .map(card -> List.of(
                        new PanelRef("idip", Phrase.of("value.idip.title"), "/WEB-INF/customers/idip-panel.xhtml")))
                .orElse(List.of());
    }
}

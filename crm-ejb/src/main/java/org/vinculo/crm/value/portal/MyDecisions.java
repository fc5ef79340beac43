package org.vinculo.crm.value.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.value.TierReason;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.entity.CustomerValue;
import org.vinculo.crm.value.internal.DecisionReason;

/** What the computer decided about the customer who is signed in, and why. Nothing names a customer. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyDecisions {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    DecisionReason reasons;

    @Inject
    Settings settings;

    /** The level and the phase of the relationship; nothing before the first computation. */
    public List<MyDecision> list() {
        caller.require(PortalRight.MANAGEMENT);
        CustomerValue value = em.find(CustomerValue.class, caller.customerId());
        if (value == null) {
            return List.of();
        }
        ValueCard card = value.card();
        Locale locale = caller.get().locale();
        List<MyDecision> decisions = new ArrayList<>();
        if (card.tier() != null) {
            decisions.add(new MyDecision(
                    Texts.text(
                            locale,
                            "value.mine.tier",
                            Texts.text(locale, "value.tier." + card.tier().name())),
                    Phrases.write(reasons.of(card), locale, settings.zone()),
                    card.tierSince(),
                    card.tierReason() == TierReason.DECIDED_BY_HAND));
        }
        decisions.add(new MyDecision(
                Texts.text(
                        locale,
                        "value.mine.phase",
                        Texts.text(locale, "value.phase." + card.phase().name())),
                Texts.text(locale, "value.mine.phaseWhy"),
                card.phaseSince(),
                false));
        return decisions;
    }
}

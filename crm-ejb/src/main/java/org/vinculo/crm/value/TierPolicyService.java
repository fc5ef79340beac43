package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.entity.TierPolicyVersion;
import org.vinculo.crm.value.entity.TierReview;
import org.vinculo.crm.value.entity.ValuePolicy;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.PolicyRules;
import org.vinculo.crm.value.internal.TierBook;

/** By which rules customers come into tiers, what each tier gets, and what people decide against the rules. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class TierPolicyService {

    private static final int MOST_VERSIONS = 50;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    Policies policies;

    @Inject
    TierBook book;

    /** The rules that hold. */
    public TierSettings settings() {
        return policies.tier().settings();
    }

    /** The last versions of the rules, newest first. */
    public List<TierSettings> versions() {
        return policies.tierVersions(MOST_VERSIONS).stream()
                .map(TierPolicyVersion::settings)
                .toList();
    }

    /**
     * Makes the next version; it counts from the next refresh on.
     *
     * @throws InvalidInput with every field that is out of range
     */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public TierSettings change(TierSettings wanted) {
        PolicyRules.check(wanted);
        TierPolicyVersion present = policies.tier();
        em.lock(present, LockModeType.PESSIMISTIC_WRITE);
        TierPolicyVersion next = new TierPolicyVersion(
                PolicyRules.next(wanted, present.settings().number(), clock.instant(), by()));
        em.persist(next);
        return next.settings();
    }

    /** How figures are made now. */
    public ValueSettings valueSettings() {
        return policies.value().settings();
    }

    /** The last versions of how figures are made, newest first. */
    public List<ValueSettings> valueVersions() {
        return policies.valueVersions(MOST_VERSIONS).stream()
                .map(ValuePolicy::settings)
                .toList();
    }

    /**
     * Makes the next version of how figures are made; it counts from the next refresh on.
     *
     * @throws InvalidInput with every field that is out of range
     */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public ValueSettings changeValue(ValueSettings wanted) {
        PolicyRules.check(wanted);
        ValuePolicy present = policies.value();
        em.lock(present, LockModeType.PESSIMISTIC_WRITE);
        ValuePolicy next =
                new ValuePolicy(PolicyRules.next(wanted, present.settings().number(), clock.instant(), by()));
        em.persist(next);
        return next.settings();
    }

    /** How a customer is treated; of somebody without a tier as somebody new. */
    public TierTreatment treatment(String customerPublicId) {
        return book.treatment(
                customers.require(customerPublicId, Permission.VALUE_VIEW).id());
    }

    /** Every tier the customer came into, newest first. */
    public List<TierChangeView> history(String customerPublicId, int atMost) {
        return book.history(
                customers.require(customerPublicId, Permission.VALUE_VIEW).id(), atMost);
    }

    /**
     * Puts a customer into a tier at once, until a day.
     *
     * @throws InvalidInput without a reason, or for a day that is past or further than half a year away
     */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public void decide(String customerPublicId, TierDecision decision) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_MANAGE);
        book.decide(customer.id(), decision, by(), null);
    }

    /** Lets the figures decide again. */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public void endDecision(String customerPublicId) {
        book.end(customers.require(customerPublicId, Permission.VALUE_MANAGE).id(), by());
    }

    /**
     * Asks a person to look at a tier.
     *
     * @param wanted tier that would be right, or null
     */
    public void askReview(String customerPublicId, Tier wanted, String question) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_VIEW);
        book.ask(customer.id(), wanted, question, by(), false);
    }

    /** Open questions about tiers, the longest waiting first. */
    public Page<TierReviewView> reviews(PageRequest page) {
        return book.openReviews(page, customers.scope(Permission.VALUE_VIEW));
    }

    public List<TierReviewView> reviewsOf(String customerPublicId) {
        return book.reviews(customers.require(customerPublicId, Permission.VALUE_VIEW));
    }

    /**
     * Answers a question about a tier.
     *
     * @param decision null to leave the tier as it is
     * @throws NotFound when there is no such question within reach
     */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public void answerReview(String reviewId, TierDecision decision, String answer) {
        TierReview review = book.review(reviewId).orElseThrow(NotFound::new);
        customers.require(review.getCustomerId(), Permission.VALUE_MANAGE);
        book.answer(review, Optional.ofNullable(decision), answer, by());
    }

    private String by() {
        String name = caller.get().name();
        return name == null ? "-" : name;
    }
}

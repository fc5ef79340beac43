package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierChangeView;
import org.vinculo.crm.value.TierDecision;
import org.vinculo.crm.value.TierPolicyService;
import org.vinculo.crm.value.TierReviewView;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.ValueService;

/** A person decides about the tier of one customer, or asks somebody to. */
@Named("valueTier")
@ViewScoped
public class TierBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int HISTORY = 50;

    @EJB
    private TierPolicyService policies;

    @EJB
    private ValueService values;

    @EJB
    private Customer360 story;

    @Inject
    private Feedback feedback;

    private String customer;
    private CustomerRef ref;
    private ValueCard card;
    private List<TierChangeView> history;
    private List<TierReviewView> reviews;
    private Tier tier;
    private LocalDate until;
    private String reason;
    private Tier wanted;
    private String question;
    private String answer;

    public void load() {
        ref = story.ref(customer);
        card = values.card(customer).orElse(null);
        history = policies.history(customer, HISTORY);
        reviews = policies.reviewsOf(customer);
        tier = card == null ? null : card.tier();
    }

    public String decide() {
        policies.decide(customer, new TierDecision(tier, until, reason));
        feedback.done("value.tier.decided");
        return here();
    }

    public String end() {
        policies.endDecision(customer);
        feedback.done("value.tier.ended");
        return here();
    }

    public String ask() {
        policies.askReview(customer, wanted, question);
        feedback.done("value.tier.asked");
        return here();
    }

    /** Leaves the tier as it is; another one is decided by the form beside. */
    public String keep(TierReviewView review) {
        policies.answerReview(review.publicId(), null, answer);
        feedback.done("value.tier.answered");
        return here();
    }

    private String here() {
        return "/value/tier?faces-redirect=true&customer=" + customer;
    }

    public boolean isOpen(TierReviewView review) {
        return review.answeredAt() == null;
    }

    public Tier[] getTiers() {
        return Tier.values();
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public CustomerRef getRef() {
        return ref;
    }

    public ValueCard getCard() {
        return card;
    }

    public List<TierChangeView> getHistory() {
        return history;
    }

    public List<TierReviewView> getReviews() {
        return reviews;
    }

    public Tier getTier() {
        return tier;
    }

    public void setTier(Tier tier) {
        this.tier = tier;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Tier getWanted() {
        return wanted;
    }

    public void setWanted(Tier wanted) {
        this.wanted = wanted;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}

package org.vinculo.crm.cadence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.activity.TaskForm;
import org.vinculo.crm.activity.TaskOrigin;
import org.vinculo.crm.activity.TaskService;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.cadence.entity.CadencePolicy;
import org.vinculo.crm.cadence.entity.ContactProposal;
import org.vinculo.crm.cadence.internal.CadenceBook;
import org.vinculo.crm.cadence.internal.CadenceJob;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.Tiers;

/** Whom to speak to again, and why. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.ACTIVITY_VIEW)
public class CadenceService {

    private static final int DAYS_FOR_IT = 3;
    private static final int MOST_PERCENT = 1000;
    private static final int MOST_SNOOZE = 365;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    AuditLog audit;

    @Inject
    CadenceBook book;

    @Inject
    Settings settings;

    @Inject
    Tiers tiers;

    @Inject
    Jobs jobs;

    @EJB
    TaskService tasks;

    /** Open proposals, the longest beyond the limit first. */
    public Page<ProposalView> list(boolean mine, PageRequest page) {
        return book.page(mine, page);
    }

    /** The open proposal of a customer. */
    public Optional<ProposalView> of(String customerPublicId) {
        return book.open(
                customers.require(customerPublicId, Permission.ACTIVITY_VIEW).id());
    }

    /** Becomes a task of the caller, due in three days. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView accept(String publicId) {
        ContactProposal proposal = open(publicId);
        CustomerRef customer = customers.find(proposal.getCustomerId()).orElseThrow(NotFound::new);
        Locale locale = caller.get().locale();
        TaskForm form = new TaskForm();
        form.setCustomer(customer.publicId());
        form.setTitle(Texts.text(
                locale,
                "cadence.task",
                customer.name(),
                Texts.text(locale, "consent.channel." + proposal.getChannel().name())));
        form.setNote(Phrases.write(book.views(List.of(proposal)).get(0).reason(), locale, settings.zone()));
        form.setDueOn(book.today().plusDays(DAYS_FOR_IT));
        TaskView task = tasks.make(form, TaskOrigin.CADENCE);
        proposal.accept(task.publicId(), clock.instant(), by());
        keep("proposal.accepted", proposal, ProposalState.PROPOSED);
        return task;
    }

    /** Not now: proposed again from a day on. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public void snooze(String publicId, LocalDate until) {
        LocalDate today = book.today();
        if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(MOST_SNOOZE))) {
            throw InvalidInput.field("until", "cadence.error.until");
        }
        ContactProposal proposal = open(publicId);
        proposal.snooze(until, clock.instant(), by());
        keep("proposal.snoozed", proposal, ProposalState.PROPOSED);
    }

    /** Not at all, until there was another conversation. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public void dismiss(String publicId) {
        ContactProposal proposal = open(publicId);
        proposal.dismiss(clock.instant(), by());
        keep("proposal.dismissed", proposal, ProposalState.PROPOSED);
    }

    /** Proposed again after all. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public void restore(String publicId) {
        ContactProposal proposal = reached(publicId);
        ProposalState before = proposal.getState();
        proposal.propose(clock.instant());
        keep("proposal.restored", proposal, before);
    }

    private void keep(String action, ContactProposal proposal, ProposalState before) {
        FieldChange state =
                new FieldChange("state", before.name(), proposal.getState().name());
        audit.record(new AuditEvent(
                action, "contactProposal", proposal.getPublicId(), proposal.getCustomerId(), null, List.of(state)));
    }

    /** Orders the search for silent customers now; public id of the job. */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public String search() {
        return jobs.submit(CadenceJob.NAME, "", by());
    }

    public CadenceSettings settings() {
        return book.policy().settings();
    }

    /** How each tier is treated; the days without a meaningful contact are part of it. */
    public Map<Tier, TierTreatment> treatments() {
        return tiers.treatments();
    }

    /**
     * Makes the next version of the rules.
     *
     * @throws InvalidInput with the field that is out of range
     */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public CadenceSettings change(CadenceSettings wanted) {
        check("acquisition", wanted.acquisition());
        check("retention", wanted.retention());
        check("extension", wanted.extension());
        check("atRisk", wanted.atRisk());
        check("lapsed", wanted.lapsed());
        check("wonBack", wanted.wonBack());
        CadencePolicy present = book.policy();
        em.lock(present, LockModeType.PESSIMISTIC_WRITE);
        CadencePolicy next = new CadencePolicy(new CadenceSettings(
                present.settings().number() + 1,
                wanted.acquisition(),
                wanted.retention(),
                wanted.extension(),
                wanted.atRisk(),
                wanted.lapsed(),
                wanted.wonBack(),
                clock.instant(),
                by()));
        em.persist(next);
        return next.settings();
    }

    private static void check(String field, int percent) {
        if (percent < 0 || percent > MOST_PERCENT) {
            throw InvalidInput.field(field, "cadence.error.percent", MOST_PERCENT);
        }
    }

    private ContactProposal open(String publicId) {
        ContactProposal proposal = reached(publicId);
        if (proposal.getState() != ProposalState.PROPOSED) {
            throw new ConcurrentChange();
        }
        return proposal;
    }

    private ContactProposal reached(String publicId) {
        ContactProposal proposal = book.find(publicId).orElseThrow(NotFound::new);
        customers.require(proposal.getCustomerId(), Permission.ACTIVITY_EDIT);
        return proposal;
    }

    private String by() {
        String name = caller.get().name();
        return name == null ? "-" : name;
    }
}

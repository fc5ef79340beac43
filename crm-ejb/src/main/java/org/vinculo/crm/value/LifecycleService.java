package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchasesChanged;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.entity.PhaseEvent;
import org.vinculo.crm.value.internal.PhaseQuery;
import org.vinculo.crm.value.internal.RetentionQuery;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.refresh.StaleCustomers;

/** Where relationships stand, how they got there, and where they wait. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class LifecycleService {

    private static final int LONGEST_NOTE = 1000;
    private static final int MOST_EVENTS = 100;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    PhaseQuery query;

    @Inject
    RetentionQuery retention;

    @Inject
    LargeBase base;

    @Inject
    Runs runs;

    @Inject
    StaleCustomers stale;

    /**
     * Phases at the end of a window and what moved within it; empty before the first refresh.
     *
     * @param from last day before the window, null for a year before its end
     * @param to last day of the window, null for the day of the figures
     * @throws NotAllowed unless the caller sees every customer: the flows are of the whole base
     * @throws InvalidInput when the window ends before it begins
     */
    public Optional<LifecycleView> census(LocalDate from, LocalDate to) {
        requireAll();
        return runs.current().map(run -> {
            LocalDate asOf = run.getAsOf();
            LocalDate end = to == null || to.isAfter(asOf) ? asOf : to;
            LocalDate begin = from == null ? end.minusYears(1) : from;
            if (!begin.isBefore(end)) {
                throw InvalidInput.field("from", "dateOrder");
            }
            return base.answer(run.getCustomers(), () -> query.census(begin, end), "census", run.getId(), begin, end);
        });
    }

    /**
     * The changes of phase behind a flow of the whole base, sorted by day or stay, the latest first unless asked otherwise.
     *
     * @throws NotAllowed unless the caller sees every customer
     */
    public PhaseMoves moves(PhaseMoves.Wanted wanted, PageRequest page) {
        requireAll();
        PhaseMoves.Counted counted = runs.current()
                .map(run -> base.answer(run.getCustomers(), () -> query.counted(wanted), "moves", run.getId(), wanted))
                .orElseGet(() -> query.counted(wanted));
        return new PhaseMoves(new Page<>(query.moves(wanted, page), counted.moves(), false), counted.customers());
    }

    /** Quarters of first purchases and who of them is a customer still; empty before the first refresh. */
    public List<CohortRow> cohorts(int quarters) {
        requireAll();
        int wanted = Math.min(20, Math.max(1, quarters));
        return runs.current()
                .map(run -> base.answer(
                        run.getCustomers(), () -> query.cohorts(run.getAsOf(), wanted), "cohorts", run.getId(), wanted))
                .orElse(List.of());
    }

    /**
     * How long relationships last; empty before the first refresh.
     *
     * @param year of the first purchases, null or one without any for all
     * @throws NotAllowed unless the caller sees every customer
     */
    public Optional<RetentionCurve> retention(Integer year) {
        requireAll();
        return runs.current()
                .map(run -> base.answer(
                        run.getCustomers(),
                        () -> retention.curve(run.getAsOf(), year),
                        "retention",
                        run.getId(),
                        year));
    }

    /** The changes of phase of one customer, newest first. */
    public List<PhaseChangeView> history(String customerPublicId, int atMost) {
        return query.history(
                customers.require(customerPublicId, Permission.VALUE_VIEW).id(), atMost);
    }

    /** What people recorded about a relationship, newest first. */
    public List<PhaseEventView> events(String customerPublicId) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_VIEW);
        return em.createQuery(
                        "select e from PhaseEvent e where e.customerId = :customer order by e.happenedOn desc, e.id desc",
                        PhaseEvent.class)
                .setParameter("customer", customer.id())
                .setMaxResults(MOST_EVENTS)
                .getResultStream()
                .map(PhaseEvent::view)
                .toList();
    }

    /** The day of the house, on which most things are recorded. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /**
     * Records what the figures cannot see; the phase follows within a minute or two.
     *
     * @param reason needed when it ended or may end
     * @return public id of what was recorded
     * @throws InvalidInput without a kind or a reason, or for a day in the future
     */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public String record(
            String customerPublicId, PhaseEventKind kind, LocalDate day, DefectionReason reason, String note) {
        CustomerRef customer = customers.require(customerPublicId, Permission.CUSTOMER_EDIT);
        if (kind == null) {
            throw InvalidInput.field("kind", "required");
        }
        boolean leaving = kind == PhaseEventKind.ENDED || kind == PhaseEventKind.WARNED;
        if (leaving && reason == null) {
            throw InvalidInput.field("reason", "required");
        }
        if (day == null || day.isAfter(today())) {
            throw InvalidInput.field("day", day == null ? "required" : "value.error.future");
        }
        String text = Normal.line(note);
        if (text != null && text.length() > LONGEST_NOTE) {
            throw InvalidInput.field("note", "tooLong", LONGEST_NOTE);
        }
        String by = caller.get().name() == null ? "-" : caller.get().name();
        PhaseEvent event = new PhaseEvent(customer.id(), day, kind, leaving ? reason : null, text, clock.instant(), by);
        em.persist(event);
        stale.onPurchases(new PurchasesChanged(Set.of(customer.id())));
        return event.getPublicId();
    }

    /** Takes back what was recorded. @throws NotFound when it is not of this customer */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void forget(String customerPublicId, String eventPublicId) {
        CustomerRef customer = customers.require(customerPublicId, Permission.CUSTOMER_EDIT);
        em.remove(em.createQuery(
                        "select e from PhaseEvent e where e.publicId = :id and e.customerId = :customer",
                        PhaseEvent.class)
                .setParameter("id", eventPublicId)
                .setParameter("customer", customer.id())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new));
        stale.onPurchases(new PurchasesChanged(Set.of(customer.id())));
    }

    private void requireAll() {
        if (caller.scope(Permission.VALUE_VIEW) != Scope.ALL) {
            throw new NotAllowed();
        }
    }
}

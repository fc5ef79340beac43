package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.PromiseForm;
import org.vinculo.crm.activity.PromiseSource;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Fields;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.ReadOnce;

/** Keeps promises to customers who were checked already. */
@ApplicationScoped
public class PromiseBook {

    private static final int WHAT_LENGTH = 500;
    private static final int NOTE_LENGTH = 1000;
    private static final int REASON_LENGTH = 500;
    private static final int MOST_YEARS = 5;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    StaffDirectory staff;

    @Inject
    Customers customers;

    public Optional<Promise> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select p from Promise p where p.publicId = :id", Promise.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public Promise make(CustomerRef customer, PromiseForm form) {
        Fields fields = new Fields();
        String what = fields.required("what", form.getWhat(), WHAT_LENGTH);
        String note = fields.text("note", form.getNote(), NOTE_LENGTH);
        checkDay(fields, form.getDueOn(), true);
        PromiseSource source = form.getSource() == null ? PromiseSource.STAFF : form.getSource();
        if (form.getSourceId() != null && !PublicId.isWellFormed(form.getSourceId())) {
            fields.wrong("sourceId", "invalid");
        }
        fields.check();
        StaffRef owner = owner(form.getOwner(), customer);
        Promise promise = new Promise(customer.id(), source, form.getSourceId(), who.now(), who.name());
        promise.say(what, form.getDueOn(), note);
        promise.give(owner.id(), owner.teamId());
        em.persist(promise);
        return promise;
    }

    /** Whoever writes a promise down keeps it, unless another is named; what comes in from outside is the owner's. */
    private StaffRef owner(String named, CustomerRef customer) {
        if (named == null && who.account() == null && customer.ownerId() != null) {
            StaffRef owner = staff.byIds(List.of(customer.ownerId())).get(customer.ownerId());
            if (owner != null) {
                return owner;
            }
        }
        return who.required("owner", named);
    }

    public void change(Promise promise, PromiseForm form) {
        if (promise.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        requireOpen(promise);
        Fields fields = new Fields();
        String what = fields.required("what", form.getWhat(), WHAT_LENGTH);
        String note = fields.text("note", form.getNote(), NOTE_LENGTH);
        checkDay(fields, form.getDueOn(), !promise.getDueOn().equals(form.getDueOn()));
        fields.check();
        promise.say(what, form.getDueOn(), note);
        StaffRef owner = form.getOwner() == null ? null : who.required("owner", form.getOwner());
        if (owner != null && owner.id() != promise.getOwnerId()) {
            promise.give(owner.id(), owner.teamId());
        }
    }

    private void checkDay(Fields fields, LocalDate due, boolean fresh) {
        fields.required("dueOn", due);
        if (due != null
                && fresh
                && (due.isBefore(who.today()) || due.isAfter(who.today().plusYears(MOST_YEARS)))) {
            fields.wrong("dueOn", "activity.error.dueOn");
        }
    }

    /** @param on day on which it was fulfilled, null for today */
    public void keep(Promise promise, LocalDate on) {
        requireOpen(promise);
        LocalDate day = on == null ? who.today() : on;
        LocalDate made = promise.getCreatedAt().atZone(who.zone()).toLocalDate();
        if (day.isAfter(who.today()) || day.isBefore(made)) {
            throw InvalidInput.field("on", "activity.error.keptOn");
        }
        promise.keep(day, who.now(), who.name());
    }

    public void withdraw(Promise promise, String reason) {
        requireOpen(promise);
        Fields fields = new Fields();
        String why = fields.required("reason", reason, REASON_LENGTH);
        fields.check();
        promise.withdraw(why, who.today(), who.now(), who.name());
    }

    private static void requireOpen(Promise promise) {
        if (!promise.isOpen()) {
            throw new ConcurrentChange();
        }
    }

    public List<PromiseView> views(Collection<Promise> promises) {
        Map<Long, CustomerRef> names =
                customers.find(promises.stream().map(Promise::getCustomerId).collect(Collectors.toSet()));
        Map<Long, StaffRef> owners =
                staff.byIds(promises.stream().map(Promise::getOwnerId).collect(Collectors.toSet()));
        return promises.stream()
                .map(promise -> view(promise, names.get(promise.getCustomerId()), owners.get(promise.getOwnerId())))
                .toList();
    }

    private PromiseView view(Promise promise, CustomerRef customer, StaffRef owner) {
        return new PromiseView(
                promise.getPublicId(),
                promise.getVersion(),
                customer.publicId(),
                customer.name(),
                promise.getWhat(),
                promise.getDueOn(),
                owner == null ? null : owner.publicId(),
                owner == null ? null : owner.name(),
                promise.getSource(),
                promise.getSourceId(),
                promise.getNote(),
                promise.getState(),
                promise.getSettledOn(),
                promise.getSettledBy(),
                promise.getReason(),
                promise.isOverdue(who.today()),
                promise.isLate(),
                promise.getCreatedAt(),
                promise.getCreatedBy());
    }

    /** Of one customer: what is open first, by its day, then what is settled, newest first. Nothing is the highest value. */
    public List<Promise> of(long customerId, int first, int size) {
        return em.createQuery(
                        "select p from Promise p where p.customerId = :customer"
                                + " order by p.settledOn desc, p.dueOn, p.id",
                        Promise.class)
                .setParameter("customer", customerId)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(long customerId) {
        return em.createQuery("select count(p) from Promise p where p.customerId = :customer", Long.class)
                .setParameter("customer", customerId)
                .getSingleResult();
    }

    public long countOpen(long customerId) {
        return open(customerId).all();
    }

    public long countOverdue(long customerId) {
        return open(customerId).overdue();
    }

    private record Open(long all, long overdue) {}

    private Open open(long customerId) {
        return ReadOnce.of(List.of(PromiseBook.class, customerId), () -> {
            Object[] counted = (Object[])
                    em.createNativeQuery("select count(*), count(case when p.due_on < ?2 then 1 end) from promise p"
                                    + " where p.customer_id = ?1 and p.state = 'OPEN'")
                            .setParameter(1, customerId)
                            .setParameter(2, Date.valueOf(who.today()))
                            .getSingleResult();
            return new Open(((Number) counted[0]).longValue(), ((Number) counted[1]).longValue());
        });
    }
}

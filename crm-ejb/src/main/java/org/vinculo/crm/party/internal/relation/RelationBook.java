package org.vinculo.crm.party.internal.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.RelationForm;
import org.vinculo.crm.party.RelationType;
import org.vinculo.crm.party.RelationView;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.CustomerRelation;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Relations of a customer who was checked already; a relation is only found under one of its two. */
@ApplicationScoped
public class RelationBook {

    private static final int MOST = 500;
    private static final int NOTE_LENGTH = 200;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerAccess access;

    @Inject
    AuditLog audit;

    public List<RelationView> list(Customer customer) {
        List<CustomerRelation> relations = em.createQuery(
                        "select r from CustomerRelation r where r.fromId = :customer or r.toId = :customer order by r.id",
                        CustomerRelation.class)
                .setParameter("customer", customer.getId())
                .setMaxResults(MOST)
                .getResultList();
        Set<Long> ids = relations.stream()
                .map(relation -> other(relation, customer.getId()))
                .collect(Collectors.toSet());
        Map<Long, Customer> others = ids.isEmpty()
                ? Map.of()
                : em.createQuery("select c from Customer c where c.id in :ids and c.deletedAt is null", Customer.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Customer::getId, Function.identity()));
        return relations.stream()
                .filter(relation -> others.containsKey(other(relation, customer.getId())))
                .map(relation -> view(relation, customer.getId(), others.get(other(relation, customer.getId()))))
                .sorted(Comparator.comparing((RelationView view) -> !view.current())
                        .thenComparing(RelationView::type)
                        .thenComparing(view -> Objects.toString(view.otherName(), "")))
                .toList();
    }

    private static long other(CustomerRelation relation, long customer) {
        return relation.getFromId() == customer ? relation.getToId() : relation.getFromId();
    }

    private RelationView view(CustomerRelation relation, long customer, Customer other) {
        boolean reached = access.reaches(other, Permission.CUSTOMER_VIEW);
        return new RelationView(
                relation.getPublicId(),
                relation.getVersion(),
                relation.getType(),
                relation.getType().isMutual() || relation.getFromId() == customer,
                reached ? other.getPublicId() : null,
                reached ? other.getDisplayName() : null,
                other.getKind(),
                relation.getFrom(),
                relation.getTo(),
                relation.isCurrent(today()),
                relation.getNote(),
                relation.getRecordedAt(),
                relation.getRecordedBy());
    }

    public String save(Customer customer, RelationForm form) {
        String note = Normal.line(form.getNote());
        if (note != null && note.length() > NOTE_LENGTH) {
            throw InvalidInput.field("note", "tooLong", NOTE_LENGTH);
        }
        if (form.getFrom() != null && form.getTo() != null && form.getTo().isBefore(form.getFrom())) {
            throw InvalidInput.field("to", "dateOrder");
        }
        CustomerRelation relation = form.isNew() ? begin(customer, form) : require(customer, form.getPublicId());
        if (!form.isNew() && relation.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        relation.holds(form.getFrom(), form.getTo(), note);
        if (form.isNew()) {
            em.persist(relation);
        }
        return relation.getPublicId();
    }

    private CustomerRelation begin(Customer customer, RelationForm form) {
        if (form.getType() == null) {
            throw InvalidInput.field("kind", "required");
        }
        if (form.getOther() == null || form.getOther().isBlank()) {
            throw InvalidInput.field("other", "required");
        }
        Customer other = access.load(form.getOther(), Permission.CUSTOMER_VIEW);
        if (other.isDeleted()) {
            throw new NotFound();
        }
        if (other.getId().equals(customer.getId())) {
            throw InvalidInput.field("other", "relation.error.self");
        }
        boolean forward = form.isForward() || form.getType().isMutual();
        Customer from = forward ? customer : other;
        Customer to = forward ? other : customer;
        fits(form.getType(), from, to);
        CustomerRelation relation = new CustomerRelation(
                from.getId(),
                form.getType(),
                to.getId(),
                clock.instant(),
                caller.get().name());
        audit.record(AuditEvent.about("relationAdded", "relation", relation.getPublicId(), to.getId(), null));
        return relation;
    }

    private void fits(RelationType type, Customer from, Customer to) {
        boolean organisationNeeded = type == RelationType.WORKS_FOR || type == RelationType.BELONGS_TO;
        if (organisationNeeded && to.getKind() != CustomerKind.ORGANISATION) {
            throw InvalidInput.field("other", "relation.error.organisation");
        }
        if (type == RelationType.BELONGS_TO) {
            if (from.getKind() != CustomerKind.ORGANISATION) {
                throw InvalidInput.field("other", "relation.error.organisation");
            }
            if (isAbove(from.getId(), to.getId())) {
                throw InvalidInput.field("other", "relation.error.ring");
            }
        }
        boolean known = em.createQuery(
                        "select r from CustomerRelation r where r.type = :type and ((r.fromId = :from and r.toId = :to)"
                                + " or (r.fromId = :to and r.toId = :from))",
                        CustomerRelation.class)
                .setParameter("type", type)
                .setParameter("from", from.getId())
                .setParameter("to", to.getId())
                .getResultStream()
                .anyMatch(relation -> relation.isCurrent(today())
                        && (type.isMutual() || relation.getFromId().equals(from.getId())));
        if (known) {
            throw InvalidInput.field("other", "relation.error.known");
        }
    }

    /** Whether the first company is above the second one already, so that it may not belong to it. */
    private boolean isAbove(long company, long below) {
        // Two people who close a ring from both ends at once wait for each other here.
        em.createNativeQuery("update customer set version = version where id = ?1 or id = ?2")
                .setParameter(1, company)
                .setParameter(2, below)
                .executeUpdate();
        Deque<Long> open = new ArrayDeque<>(List.of(below));
        Set<Long> seen = new HashSet<>();
        while (!open.isEmpty()) {
            long at = open.pop();
            if (at == company) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(em.createQuery(
                                "select r.toId from CustomerRelation r where r.fromId = :at and r.type = :type",
                                Long.class)
                        .setParameter("at", at)
                        .setParameter("type", RelationType.BELONGS_TO)
                        .getResultList());
            }
        }
        return false;
    }

    public void end(Customer customer, String relation) {
        CustomerRelation found = require(customer, relation);
        LocalDate today = today();
        if (found.getFrom() != null && found.getFrom().isAfter(today)) {
            throw InvalidInput.field("to", "dateOrder");
        }
        found.end(today.minusDays(1));
    }

    public RelationForm remove(Customer customer, String relation) {
        CustomerRelation found = require(customer, relation);
        boolean forward = found.getFromId().equals(customer.getId());
        RelationForm form = new RelationForm();
        form.setType(found.getType());
        form.setForward(forward);
        form.setOther(em.find(Customer.class, other(found, customer.getId())).getPublicId());
        form.setFrom(found.getFrom());
        form.setTo(found.getTo());
        form.setNote(found.getNote());
        em.remove(found);
        return form;
    }

    private CustomerRelation require(Customer customer, String publicId) {
        return em.createQuery(
                        "select r from CustomerRelation r where r.publicId = :id"
                                + " and (r.fromId = :customer or r.toId = :customer)",
                        CustomerRelation.class)
                .setParameter("id", publicId)
                .setParameter("customer", customer.getId())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public long count(long customer) {
        return em.createQuery(
                        "select count(r) from CustomerRelation r where r.fromId = :customer or r.toId = :customer",
                        Long.class)
                .setParameter("customer", customer)
                .getSingleResult();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), caller.get().zone());
    }
}

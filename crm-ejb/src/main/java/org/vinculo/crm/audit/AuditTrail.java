package org.vinculo.crm.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.audit.entity.AuditEntry;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.shared.SqlText;

/**
 * Reads the trail, newest first. For boundaries that have checked who may see it: {@link AuditService} for auditors,
 * the customer's page for those who may see that customer.
 */
@ApplicationScoped
public class AuditTrail {

    /** Attributes that hold the internal id of a member of staff. */
    private static final Set<String> PEOPLE = Set.of("ownerId", "staffId");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    StaffDirectory staff;

    /**
     * Entries older than a given one.
     *
     * @param beforeId id of the last entry seen, or null for the newest
     * @param limit entries at most
     */
    public List<AuditView> find(AuditFilter filter, Long beforeId, int limit) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<AuditEntry> query = cb.createQuery(AuditEntry.class);
        Root<AuditEntry> entry = query.from(AuditEntry.class);
        Predicate[] where = Stream.of(
                        Optional.ofNullable(filter.action()).map(action -> cb.equal(entry.get("action"), action)),
                        Optional.ofNullable(filter.entity()).map(entity -> cb.equal(entry.get("entity"), entity)),
                        Optional.ofNullable(filter.actorName()).map(name -> cb.equal(entry.get("actorName"), name)),
                        Optional.ofNullable(filter.customerId()).map(id -> cb.equal(entry.get("customerId"), id)),
                        Optional.ofNullable(filter.from())
                                .map(from -> cb.greaterThanOrEqualTo(entry.get("madeAt"), from)),
                        Optional.ofNullable(filter.to()).map(to -> cb.lessThan(entry.get("madeAt"), to)),
                        Optional.ofNullable(beforeId).map(id -> cb.lessThan(entry.get("id"), id)))
                .flatMap(Optional::stream)
                .toArray(Predicate[]::new);
        query.where(where).orderBy(cb.desc(entry.get("id")));
        TypedQuery<AuditEntry> typed = em.createQuery(query).setMaxResults(Math.min(500, limit));
        return withNames(typed.getResultList());
    }

    /** People are kept by their number and shown by their name. */
    private List<AuditView> withNames(List<AuditEntry> entries) {
        Set<Long> ids = entries.stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> PEOPLE.contains(change.field()))
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(id -> id != null && NUMBER.matcher(id).matches())
                .map(Long::valueOf)
                .collect(Collectors.toSet());
        Map<Long, StaffRef> people = ids.isEmpty() ? Map.of() : staff.byIds(ids);
        return entries.stream()
                .map(entry -> entry.view(named(entry.changes(), people)))
                .toList();
    }

    private static List<FieldChange> named(List<FieldChange> changes, Map<Long, StaffRef> people) {
        return changes.stream()
                .map(change -> PEOPLE.contains(change.field())
                        ? new FieldChange(change.field(), name(change.before(), people), name(change.after(), people))
                        : change)
                .toList();
    }

    private static String name(String id, Map<Long, StaffRef> people) {
        if (id == null || !NUMBER.matcher(id).matches()) {
            return id;
        }
        StaffRef person = people.get(Long.valueOf(id));
        return person == null ? id : person.name();
    }

    /**
     * What happened to the named sorts of things of a customer, newest first. One seek for each sort: Derby would read every
     * entry of the customer for a list of them.
     *
     * @param at entries of this instant only with an id below {@code idBelow}, else older ones
     */
    @SuppressWarnings("unchecked")
    public List<AuditView> story(
            long customerId,
            Collection<String> entities,
            Collection<String> actions,
            Instant at,
            long idBelow,
            int limit) {
        SqlText sql = SqlText.empty().sqlPart("select e.* from --DERBY-PROPERTIES joinOrder=FIXED\n (values ");
        String between = "(cast(";
        for (String entity : entities) {
            sql.sqlPart(between).value(entity).sqlPart(" as varchar(60)))");
            between = ", (cast(";
        }
        sql.sqlPart(") as wanted (entity) inner join audit_entry e --DERBY-PROPERTIES index=audit_customer_story,"
                + " joinStrategy=NESTEDLOOP\n on e.entity = wanted.entity where e.customer_id = ");
        sql.value(customerId).sqlPart(" and e.action in (").values(actions).sqlPart(") and (e.made_at < ");
        sql.value(at)
                .sqlPart(" or (e.made_at = ")
                .value(at)
                .sqlPart(" and e.id < ")
                .value(idBelow);
        sql.sqlPart(")) order by e.made_at desc, e.id desc fetch first ")
                .value(Math.min(500, limit))
                .sqlPart(" rows only");
        List<AuditEntry> found =
                sql.fill(em.createNativeQuery(sql.sql(), AuditEntry.class)).getResultList();
        return found.stream().map(entry -> entry.view(entry.changes())).toList();
    }
}

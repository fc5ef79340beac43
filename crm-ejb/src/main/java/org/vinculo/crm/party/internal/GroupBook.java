package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.GroupView;
import org.vinculo.crm.party.entity.CustomerGroup;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.shared.SqlText;

/** Tags and lists as they are stored. */
@ApplicationScoped
public class GroupBook {

    /** As many of a kind at most. */
    static final int MOST = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    public List<CustomerGroup> all(GroupKind kind) {
        return em.createQuery(
                        "select g from CustomerGroup g where g.kind = :kind order by g.nameKey, g.id",
                        CustomerGroup.class)
                .setParameter("kind", kind)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** All of a kind by name, their members not counted. */
    public List<GroupView> names(GroupKind kind) {
        return all(kind).stream().map(group -> group.view(-1)).toList();
    }

    Map<String, Long> ids(GroupKind kind) {
        Map<String, Long> ids = new HashMap<>();
        all(kind).forEach(group -> ids.put(group.getPublicId(), group.getId()));
        return ids;
    }

    public Optional<CustomerGroup> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select g from CustomerGroup g where g.publicId = :id", CustomerGroup.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public Optional<CustomerGroup> named(GroupKind kind, String name) {
        return em.createQuery(
                        "select g from CustomerGroup g where g.kind = :kind and g.nameKey = :key", CustomerGroup.class)
                .setParameter("kind", kind)
                .setParameter("key", CustomerGroup.keyOf(name))
                .getResultStream()
                .findFirst();
    }

    /** Those of the customers that are in the group. */
    public Set<Long> members(long groupId, Collection<Long> customerIds) {
        Set<Long> members = new HashSet<>();
        if (customerIds.isEmpty()) {
            return members;
        }
        SqlText sql = SqlText.empty().sqlPart("select m.customer_id from customer_group_member m where m.group_id = ");
        sql.value(groupId)
                .sqlPart(" and m.customer_id in (")
                .values(customerIds)
                .sqlPart(")");
        for (Object id : sql.fill(em.createNativeQuery(sql.sql())).getResultList()) {
            members.add(((Number) id).longValue());
        }
        return members;
    }

    /** Puts customers into the group; gives those that were not in it before. */
    public Set<Long> add(CustomerGroup group, Collection<Long> customerIds, String by) {
        em.flush();
        Set<Long> added = new HashSet<>(customerIds);
        added.removeAll(members(group.getId(), customerIds));
        for (Long id : added) {
            em.createNativeQuery("insert into customer_group_member (group_id, customer_id, added_at, added_by)"
                            + " values (?1, ?2, ?3, ?4)")
                    .setParameter(1, group.getId())
                    .setParameter(2, id)
                    .setParameter(3, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .setParameter(4, by)
                    .executeUpdate();
        }
        return added;
    }

    /** Takes customers out of the group; gives those that were in it. */
    public Set<Long> remove(CustomerGroup group, Collection<Long> customerIds) {
        Set<Long> removed = members(group.getId(), customerIds);
        for (Long id : removed) {
            em.createNativeQuery("delete from customer_group_member where group_id = ?1 and customer_id = ?2")
                    .setParameter(1, group.getId())
                    .setParameter(2, id)
                    .executeUpdate();
        }
        return removed;
    }

    /** The group and who is in it; the customers themselves stay. */
    public void delete(CustomerGroup group) {
        em.createNativeQuery("delete from customer_group_member where group_id = ?1")
                .setParameter(1, group.getId())
                .executeUpdate();
        em.remove(group);
    }

    /** The groups of one customer, by name. */
    public List<CustomerGroup> of(long customerId) {
        return ReadOnce.of(List.of(GroupBook.class, customerId), () -> read(customerId));
    }

    private List<CustomerGroup> read(long customerId) {
        List<?> ids = em.createNativeQuery("select m.group_id from customer_group_member m where m.customer_id = ?1")
                .setParameter(1, customerId)
                .getResultList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select g from CustomerGroup g where g.id in :ids order by g.nameKey, g.id",
                        CustomerGroup.class)
                .setParameter(
                        "ids", ids.stream().map(id -> ((Number) id).longValue()).toList())
                .getResultList();
    }
}

package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of staff, for the rooms that assign work to them. */
@ApplicationScoped
public class StaffDirectory {

    private static final String SELECT =
            "select new org.vinculo.crm.identity.StaffRef(s.id, s.publicId, s.displayName, t.id, t.name)"
                    + " from StaffUser s left join s.team t";
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** Everybody who can be given something to do, by name. */
    public List<StaffRef> active() {
        return em.createQuery(SELECT + " where s.status <> :disabled order by s.displayName, s.id", StaffRef.class)
                .setParameter("disabled", AccountStatus.DISABLED)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The public ids of the roles that somebody has. */
    public Set<String> roles(long accountId) {
        return Set.copyOf(em.createQuery(
                        "select r.publicId from StaffUser s join s.roles r where s.id = :id", String.class)
                .setParameter("id", accountId)
                .getResultList());
    }

    /** All roles, by name. */
    public List<RoleRef> allRoles() {
        return em.createQuery(
                        "select new org.vinculo.crm.identity.RoleRef(r.publicId, r.code, r.name) from Role r"
                                + " order by r.name, r.id",
                        RoleRef.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The teams, by name. */
    public List<TeamRef> teams() {
        return em.createQuery(
                        "select new org.vinculo.crm.identity.TeamRef(t.id, t.publicId, t.name) from Team t"
                                + " order by t.name, t.id",
                        TeamRef.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Those of the given ids, whether they still work here or not. */
    public Map<Long, StaffRef> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(SELECT + " where s.id in :ids", StaffRef.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(StaffRef::id, Function.identity()));
    }

    /** Where a member of staff reads mail; empty when they no longer work here. */
    public Optional<StaffMailbox> mailbox(long id) {
        return em.createQuery(
                        "select new org.vinculo.crm.identity.StaffMailbox(s.email, s.language, s.displayName)"
                                + " from StaffUser s where s.id = :id and s.status = :active",
                        StaffMailbox.class)
                .setParameter("id", id)
                .setParameter("active", AccountStatus.ACTIVE)
                .getResultStream()
                .findFirst();
    }

    /** Somebody who can be given something to do. */
    public Optional<StaffRef> byPublicId(String publicId) {
        return em.createQuery(SELECT + " where s.publicId = :publicId and s.status <> :disabled", StaffRef.class)
                .setParameter("publicId", publicId)
                .setParameter("disabled", AccountStatus.DISABLED)
                .getResultStream()
                .findFirst();
    }
}

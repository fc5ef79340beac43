package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.internal.Grants;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.ReadOnce;

/** The names of staff, for the rooms that assign work to them. */
@ApplicationScoped
public class StaffDirectory {

    private static final String SELECT =
            "select new org.vinculo.crm.identity.StaffRef(s.id, s.publicId, s.displayName, t.id, t.name)"
                    + " from StaffUser s left join s.team t";
    private static final String TEAMS =
            "select new org.vinculo.crm.identity.TeamRef(t.id, t.publicId, t.name) from Team t";
    private static final int MOST = 1000;
    private static final int MOST_EVER = 20_000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** Everybody who can be given something to do, by name. */
    public List<StaffRef> active() {
        List<StaffRef> active = em.createQuery(
                        SELECT + " where s.status <> :disabled order by s.displayName, s.id", StaffRef.class)
                .setParameter("disabled", AccountStatus.DISABLED)
                .setMaxResults(MOST)
                .getResultList();
        active.forEach(each -> seen().put(each.id(), each));
        return active;
    }

    private static Map<Long, StaffRef> seen() {
        return ReadOnce.of(StaffDirectory.class, HashMap::new);
    }

    /** Everybody who works here or did, by name without regard to capitals and accents: their ids. */
    public List<Long> idsByName() {
        return em.createQuery("select s.id, s.displayName from StaffUser s order by s.id", Object[].class)
                .setMaxResults(MOST_EVER)
                .getResultStream()
                .sorted(Comparator.comparing((Object[] row) -> Normal.fold((String) row[1]))
                        .thenComparing(row -> (Long) row[0]))
                .map(row -> (Long) row[0])
                .toList();
    }

    /** The public ids of the roles that somebody has. */
    public Set<String> roles(long accountId) {
        return ReadOnce.of(
                List.of(StaffDirectory.class, "roles", accountId),
                () -> Set.copyOf(em.createQuery(
                                "select r.publicId from StaffUser s join s.roles r where s.id = :id", String.class)
                        .setParameter("id", accountId)
                        .getResultList()));
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

    /** Those of the given ids, whether they still work here or not. */
    public Map<Long, StaffRef> byIds(Collection<Long> ids) {
        Map<Long, StaffRef> seen = seen();
        List<Long> missing =
                ids.stream().filter(id -> !seen.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            em.createQuery(SELECT + " where s.id in :ids", StaffRef.class)
                    .setParameter("ids", missing)
                    .getResultStream()
                    .forEach(each -> seen.put(each.id(), each));
        }
        return ids.stream()
                .distinct()
                .map(seen::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(StaffRef::id, Function.identity()));
    }

    /** Those of the given public ids, whether they still work here or not. */
    public List<StaffRef> byPublicIds(Collection<String> publicIds) {
        return publicIds.isEmpty()
                ? List.of()
                : em.createQuery(SELECT + " where s.publicId in :ids order by s.displayName, s.id", StaffRef.class)
                        .setParameter("ids", publicIds)
                        .getResultList();
    }

    /** Those who work here and have a permission; administrators have them all. */
    public List<Long> holders(Permission permission) {
        List<Long> roles = em.createQuery("select distinct r from Role r left join fetch r.permissions", Role.class)
                .getResultStream()
                .filter(role -> Role.ADMINISTRATOR.equals(role.getCode())
                        || role.getPermissions().containsKey(permission))
                .map(Role::getId)
                .toList();
        return roles.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select distinct s.id from StaffUser s join s.roles r"
                                        + " where s.status = :active and r.id in :roles order by s.id",
                                Long.class)
                        .setParameter("active", AccountStatus.ACTIVE)
                        .setParameter("roles", roles)
                        .setMaxResults(MOST)
                        .getResultList();
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

    /** Whether the address is, or is to become, that of a member of staff who may more than the caller. */
    public boolean isMightier(String address, Caller caller) {
        String norm = Normal.email(address);
        return em.createQuery(
                        "select s from StaffUser s where s.emailNorm = :email or s.newEmail is not null",
                        StaffUser.class)
                .setParameter("email", norm)
                .getResultStream()
                .filter(staff ->
                        staff.getEmailNorm().equals(norm) || Objects.equals(Normal.email(staff.getNewEmail()), norm))
                .anyMatch(staff -> Grants.isMore(staff.permissions(), caller.permissions()));
    }

    /** Where the people of a team read mail, by name. */
    public List<StaffMailbox> mailboxesOfTeam(long teamId, int atMost) {
        return em.createQuery(
                        "select new org.vinculo.crm.identity.StaffMailbox(s.email, s.language, s.displayName)"
                                + " from StaffUser s where s.team.id = :team and s.status = :active"
                                + " order by s.displayName, s.id",
                        StaffMailbox.class)
                .setParameter("team", teamId)
                .setParameter("active", AccountStatus.ACTIVE)
                .setMaxResults(atMost)
                .getResultList();
    }

    /** Somebody who can be given something to do. */
    public Optional<StaffRef> byPublicId(String publicId) {
        return em.createQuery(SELECT + " where s.publicId = :publicId and s.status <> :disabled", StaffRef.class)
                .setParameter("publicId", publicId)
                .setParameter("disabled", AccountStatus.DISABLED)
                .getResultStream()
                .findFirst();
    }

    /** Everybody in a team who can be given something to do, by name. */
    public List<StaffRef> ofTeam(long teamId) {
        return em.createQuery(
                        SELECT + " where t.id = :team and s.status <> :disabled order by s.displayName, s.id",
                        StaffRef.class)
                .setParameter("team", teamId)
                .setParameter("disabled", AccountStatus.DISABLED)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** All teams, by name. */
    public List<TeamRef> teams() {
        return em.createQuery(TEAMS + " order by t.nameNorm, t.id", TeamRef.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    public Optional<TeamRef> team(String publicId) {
        return em.createQuery(TEAMS + " where t.publicId = :publicId", TeamRef.class)
                .setParameter("publicId", publicId)
                .getResultStream()
                .findFirst();
    }

    /** The first role of each member of staff, for those who should not learn the name. */
    public Map<Long, RoleRef> roles(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, RoleRef> roles = new HashMap<>();
        em.createQuery(
                        "select s.id, r.publicId, r.code, r.name from StaffUser s join s.roles r where s.id in :ids"
                                + " order by s.id, r.id",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> roles.putIfAbsent(
                        (Long) row[0], new RoleRef((String) row[1], (String) row[2], (String) row[3])));
        return roles;
    }
}

package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.LoginSession.State;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.identity.entity.StaffUser;

/** Works out of accounts, roles and memberships who a caller is and what they may do. */
@ApplicationScoped
public class CallerProfile {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    SessionSnapshot snapshot(LoginSession session) {
        boolean active =
                session.getState() == State.ACTIVE && session.getAccount().isActive();
        if (session.getAccount() instanceof StaffUser staff) {
            return snapshot(session, active, signedIn(session, staff));
        }
        List<PortalMembership> memberships = memberships(session.getAccount().getId());
        if (memberships.isEmpty()) {
            return snapshot(session, false, null);
        }
        return snapshot(session, active, signedIn(session, memberships));
    }

    private static SessionSnapshot snapshot(LoginSession session, boolean mayEnter, SignedIn signedIn) {
        return new SessionSnapshot(
                session.getId(),
                session.getAccount().getId(),
                session.getRealm(),
                mayEnter,
                session.getCreatedAt(),
                session.getLastSeenAt(),
                signedIn);
    }

    private static SignedIn signedIn(LoginSession session, StaffUser staff) {
        Map<Permission, Scope> permissions = staff.permissions();
        Set<String> groups = permissions.keySet().stream().map(Permission::code).collect(Collectors.toSet());
        groups.add(Permission.Code.STAFF);
        Caller caller = caller(
                Caller.Kind.STAFF,
                staff,
                null,
                staff.getTeam() == null ? null : staff.getTeam().getId(),
                permissions,
                null);
        return new SignedIn(session.getPublicId(), caller, groups, session.getProvedAt(), staff.getTheme());
    }

    private static SignedIn signedIn(LoginSession session, List<PortalMembership> memberships) {
        PortalMembership membership = memberships.stream()
                .filter(candidate -> Long.valueOf(candidate.getCustomerId()).equals(session.getCustomerId()))
                .findFirst()
                .orElse(memberships.get(0));
        Set<String> groups = new HashSet<>(
                Set.of(Permission.Code.CUSTOMER, membership.getOrgRole().code()));
        Caller caller = caller(
                Caller.Kind.CUSTOMER,
                session.getAccount(),
                membership.getCustomerId(),
                null,
                Map.of(),
                membership.getOrgRole());
        return new SignedIn(
                session.getPublicId(),
                caller,
                groups,
                session.getProvedAt(),
                session.getAccount().getTheme());
    }

    private static Caller caller(
            Caller.Kind kind,
            Account account,
            Long customerId,
            Long teamId,
            Map<Permission, Scope> permissions,
            OrgRole orgRole) {
        return new Caller(
                kind,
                account.getId(),
                account.getDisplayName(),
                customerId,
                teamId,
                permissions,
                orgRole,
                null,
                null,
                null,
                account.locale(),
                account.zoneId());
    }

    /** The oldest first. */
    public List<PortalMembership> memberships(long accountId) {
        return em.createQuery(
                        "select m from PortalMembership m where m.account.id = :account order by m.id",
                        PortalMembership.class)
                .setParameter("account", accountId)
                .setMaxResults(100)
                .getResultList();
    }
}

package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vinculo.crm.identity.entity.ApiToken;
import org.vinculo.crm.identity.entity.FirstAdministrator;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.entity.Team;
import org.vinculo.crm.identity.internal.Credentials;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotAllowed;

/** Makes accounts of the demo company. Refuses to work outside demo mode: its passwords are known to everybody. */
@ApplicationScoped
public class AccountSeed {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Credentials credentials;

    private String demoPasswordHash;
    private String unknownPasswordHash;

    /** Whether nobody has an account yet. */
    @Transactional
    public boolean isEmpty() {
        return em.createQuery("select count(a) from Account a", Long.class).getSingleResult() == 0;
    }

    /** Internal id of a new team. */
    @Transactional
    public long team(String name) {
        requireDemo();
        Team team = new Team(name);
        em.persist(team);
        return team.getId();
    }

    /**
     * Internal id of a new member of staff who can sign in. The first administrator closes the set-up page.
     *
     * @param roleCodes codes of built-in roles: administrator, salesManager, sales, marketing, service, telesales,
     *     analyst, auditor
     */
    @Transactional
    public long staff(String email, String name, Locale locale, ZoneId zone, Long teamId, String... roleCodes) {
        return staff(new StaffUser(email, name, locale, zone, clock.instant()), demoPassword(), teamId, roleCodes);
    }

    /** Internal id of a new member of staff whose password nobody knows, to look after customers. */
    @Transactional
    public long colleague(String email, String name, Locale locale, ZoneId zone, Long teamId, String... roleCodes) {
        return staff(new StaffUser(email, name, locale, zone, clock.instant()), unknownPassword(), teamId, roleCodes);
    }

    private long staff(StaffUser staff, String passwordHash, Long teamId, String... roleCodes) {
        requireDemo();
        staff.takePassword(passwordHash, clock.instant());
        staff.verifyEmail(clock.instant());
        List<Role> roles = em.createQuery("select r from Role r where r.code in :codes", Role.class)
                .setParameter("codes", Arrays.asList(roleCodes))
                .getResultList();
        staff.assign(teamId == null ? null : em.find(Team.class, teamId), roles);
        em.persist(staff);
        em.flush();
        if (staff.isAdministrator() && em.find(FirstAdministrator.class, FirstAdministrator.ID) == null) {
            em.persist(new FirstAdministrator(staff, clock.instant()));
        }
        return staff.getId();
    }

    /** Internal id of a new portal account that acts for a customer. */
    @Transactional
    public long customer(String email, String name, Locale locale, ZoneId zone, long customerId, OrgRole role) {
        requireDemo();
        PortalAccount account = new PortalAccount(email, name, locale, zone, clock.instant());
        account.takePassword(demoPassword(), clock.instant());
        account.verifyEmail(clock.instant());
        em.persist(account);
        em.persist(new PortalMembership(account, customerId, role, clock.instant()));
        return account.getId();
    }

    /**
     * A new API token with every permission, in place of those with the same name, which stop working. The token itself is
     * returned once.
     */
    @Transactional
    public String replaceToken(String name) {
        requireDemo();
        em.createQuery("select t from ApiToken t where t.name = :name and t.revokedAt is null", ApiToken.class)
                .setParameter("name", name)
                .getResultList()
                .forEach(old -> old.revoke(clock.instant()));
        String token = credentials.newToken();
        em.persist(new ApiToken(
                name, credentials.sha256(token), null, Set.of(Permission.values()), clock.instant(), null));
        return token;
    }

    /** One hash for all: hashing is slow on purpose, and here the password is no secret. */
    private synchronized String demoPassword() {
        requireDemo();
        if (demoPasswordHash == null) {
            demoPasswordHash = credentials.demoPasswordHash();
        }
        return demoPasswordHash;
    }

    private synchronized String unknownPassword() {
        if (unknownPasswordHash == null) {
            unknownPasswordHash = credentials.unknownPasswordHash();
        }
        return unknownPasswordHash;
    }

    private void requireDemo() {
        if (!settings.demo()) {
            throw new NotAllowed();
        }
    }
}

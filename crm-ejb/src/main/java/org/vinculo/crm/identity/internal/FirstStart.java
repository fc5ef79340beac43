package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.ApiToken;
import org.vinculo.crm.identity.entity.FirstAdministrator;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Texts;

/** What a database needs before anybody can sign in: the built-in roles and the first administrator. */
@ApplicationScoped
public class FirstStart {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Links links;

    @Inject
    Event<AccessChanged> accessChanged;

    /** Adds the built-in roles that are missing. */
    @Transactional
    public void seedRoles() {
        for (Map.Entry<String, Map<Permission, Scope>> role : BuiltInRoles.all().entrySet()) {
            if (findRole(role.getKey()) == null) {
                String name = Texts.text(Locale.ENGLISH, "identity.role." + role.getKey());
                em.persist(new Role(role.getKey(), name, role.getValue()));
            }
        }
    }

    @Transactional
    public boolean isDone() {
        return em.find(FirstAdministrator.class, FirstAdministrator.ID) != null;
    }

    /** A fresh link for the set-up page; the ones printed at earlier starts stop working. */
    @Transactional
    public String newSetUpLink() {
        em.createQuery("update AccountToken t set t.usedAt = :now where t.purpose = :setup and t.usedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("setup", Purpose.SETUP)
                .executeUpdate();
        return links.address(Realm.STAFF, "/setup", links.issue(Purpose.SETUP, null, null, null));
    }

    /** The first administrator. The database lets one in only; a second call fails. */
    @Transactional
    public StaffUser create(String email, String name, Locale locale, String passwordHash) {
        StaffUser administrator = new StaffUser(email, name, locale, settings.zone(), clock.instant());
        administrator.takePassword(passwordHash, clock.instant());
        administrator.verifyEmail(clock.instant());
        administrator.assign(null, List.of(findRole(Role.ADMINISTRATOR)));
        em.persist(administrator);
        em.flush();
        em.persist(new FirstAdministrator(administrator, clock.instant()));
        em.flush();
        accessChanged.fire(new AccessChanged(administrator.getId()));
        return administrator;
    }

    /** A token of the installation: it has no maker, and works until it is revoked. */
    @Transactional
    public void createToken(String name, String token) {
        em.persist(new ApiToken(name, Secrets.sha256(token), null, Set.of(Permission.values()), clock.instant(), null));
    }

    Role findRole(String code) {
        return em.createQuery("select r from Role r where r.code = :code", Role.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}

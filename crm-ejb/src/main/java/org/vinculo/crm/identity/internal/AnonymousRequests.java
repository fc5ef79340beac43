package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.vinculo.crm.identity.AccountStatus;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.EmailAddress;

/** What people who are not signed in can set off: a mail to the address they named, and nothing they see. */
@ApplicationScoped
public class AnonymousRequests {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    AccountDirectory directory;

    @Inject
    Links links;

    @Inject
    AccountNotices notices;

    @Inject
    Journal journal;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Transactional
    public void sendReset(Realm realm, String email, ClientInfo client) {
        Optional<? extends Account> found = directory.find(realm, email).filter(Account::isActive);
        if (found.isEmpty()) {
            return;
        }
        Account account = found.get();
        notices.reset(account, links.address(realm, "/reset", links.issue(Purpose.RESET, account, null, null)));
        journal.byOwner("password.forgot", account, client, null);
    }

    /** A first mail to somebody new; somebody known is told that there is an account already. */
    @Transactional
    public void register(String name, String email, ClientInfo client) {
        if (EmailAddress.normal(email).isEmpty()) {
            return;
        }
        Optional<? extends Account> found = directory.find(Realm.CUSTOMER, email);
        if (found.isPresent() && found.get().getStatus() == AccountStatus.DISABLED) {
            return;
        }
        if (found.isPresent() && found.get().isActive()) {
            notices.alreadyRegistered(found.get());
            return;
        }
        Account account = found.isPresent() ? found.get() : create(name, email, client);
        String token = links.issue(Purpose.REGISTRATION, account, null, null);
        notices.registration(account, links.address(Realm.CUSTOMER, "/verify-email", token));
        journal.byOwner("account.registered", account, client, null);
    }

    private Account create(String name, String email, ClientInfo client) {
        PortalAccount account = new PortalAccount(email, name, client.locale(), settings.zone(), clock.instant());
        em.persist(account);
        em.flush();
        return account;
    }
}

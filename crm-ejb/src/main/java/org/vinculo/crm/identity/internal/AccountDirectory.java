package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PublicId;

/** Finds accounts, always within one realm. */
@ApplicationScoped
public class AccountDirectory {

    private static final Duration ADDRESS_MEMORY = Duration.ofDays(30);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller callers;

    public Optional<? extends Account> find(Realm realm, String email) {
        String norm = Normal.email(email);
        if (norm == null) {
            return Optional.empty();
        }
        return em.createQuery("select a from Account a where type(a) = :realm and a.emailNorm = :email", Account.class)
                .setParameter("realm", type(realm))
                .setParameter("email", norm)
                .getResultStream()
                .findFirst();
    }

    /** @throws NotFound when no account of the realm has this id */
    public <T extends Account> T get(Class<T> type, String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            throw new NotFound();
        }
        return em.createQuery("select a from Account a where type(a) = :realm and a.publicId = :id", Account.class)
                .setParameter("realm", type)
                .setParameter("id", publicId)
                .getResultStream()
                .map(type::cast)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The account of the caller, whichever realm they belong to. */
    public Account own() {
        Caller caller = callers.get();
        Class<? extends Account> type =
                switch (caller.kind()) {
                    case STAFF -> StaffUser.class;
                    case CUSTOMER -> PortalAccount.class;
                    default -> throw new NotFound();
                };
        Account account = em.find(Account.class, caller.accountId());
        if (!type.isInstance(account)) {
            throw new NotFound();
        }
        return account;
    }

    /** Whether the owner signed in from this address lately. */
    public boolean isKnownAddress(Account account, String ip) {
        return em.createQuery(
                                "select count(e) from SignInEntry e where e.accountId = :account and e.ip = :ip"
                                        + " and e.outcome = :ok and e.madeAt > :since",
                                Long.class)
                        .setParameter("account", account.getId())
                        .setParameter("ip", ip)
                        .setParameter("ok", SignInOutcome.SIGNED_IN)
                        .setParameter("since", clock.instant().minus(ADDRESS_MEMORY))
                        .getSingleResult()
                > 0;
    }

    private static Class<? extends Account> type(Realm realm) {
        return realm == Realm.STAFF ? StaffUser.class : PortalAccount.class;
    }
}

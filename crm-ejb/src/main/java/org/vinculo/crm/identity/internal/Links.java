package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.platform.Settings;

/** One-time links: issues them, looks at them, uses them up. */
@ApplicationScoped
public class Links {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    /** A new token; earlier ones of the same purpose and account die. */
    public String issue(Purpose purpose, Account account, Long customerId, String payload) {
        if (account != null && customerId == null) {
            revoke(account, EnumSet.of(purpose));
        }
        String token = Secrets.newToken();
        em.persist(new AccountToken(purpose, Secrets.sha256(token), account, customerId, payload, clock.instant()));
        return token;
    }

    /** The address of a page of a door, as the configuration says people reach it, with the token. */
    public String address(Realm realm, String page, String token) {
        return settings.address(realm.door() + page + "?token=" + token);
    }

    /**
     * The token, if it can still be used for one of these purposes. Using it up is a separate step. One that is found too
     * late is dead for good, so that a clock that is set back does not revive it.
     */
    public Optional<AccountToken> look(String token, Purpose first, Purpose... more) {
        if (token == null || !SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<AccountToken> known = em.createQuery(
                        "select t from AccountToken t where t.tokenHash = :hash and t.purpose in :purposes",
                        AccountToken.class)
                .setParameter("hash", Secrets.sha256(token))
                .setParameter("purposes", EnumSet.of(first, more))
                .getResultStream()
                .findFirst();
        known.filter(found -> found.isTooLate(now)).ifPresent(found -> take(found, now));
        return known.filter(found -> found.isUsable(now));
    }

    /** Uses the token up. Of several that try at once exactly one gets it. */
    public Optional<AccountToken> use(String token, Purpose first, Purpose... more) {
        Optional<AccountToken> found = look(token, first, more);
        if (found.isEmpty()) {
            return found;
        }
        return take(found.get(), clock.instant()) ? found : Optional.empty();
    }

    private boolean take(AccountToken token, Instant now) {
        return em.createQuery("update AccountToken t set t.usedAt = :now where t.id = :id and t.usedAt is null")
                        .setParameter("now", now)
                        .setParameter("id", token.getId())
                        .executeUpdate()
                == 1;
    }

    public void revoke(Account account, Collection<Purpose> purposes) {
        em.createQuery("update AccountToken t set t.usedAt = :now"
                        + " where t.account = :account and t.purpose in :purposes and t.usedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("account", account)
                .setParameter("purposes", purposes)
                .executeUpdate();
    }

    /** Every open link of an account: its e-mail address or its right to sign in has changed. */
    public void revokeAll(Account account) {
        revoke(account, EnumSet.allOf(Purpose.class));
    }
}

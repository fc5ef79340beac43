package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.Realm;

/**
 * Slows down guessing. A try counts as failed before it is made, so that parallel tries cannot slip through, and the
 * count is taken back when it succeeds.
 *
 * <p>Three counters. Account and address together: after five failures an address waits for this account, while its
 * owner elsewhere gets in. Address: one address cannot try many accounts. Account: many addresses cannot share the
 * guessing; addresses from which the owner signed in lately do not wait for this one.
 */
@ApplicationScoped
public class Throttle {

    private static final Backoff PAIR = new Backoff(5, Duration.ofMinutes(1), Duration.ofHours(1));
    private static final Backoff ADDRESS = new Backoff(30, Duration.ofMinutes(1), Duration.ofHours(1));
    private static final Backoff ACCOUNT = new Backoff(50, Duration.ofMinutes(1), Duration.ofMinutes(15));
    private static final Backoff REQUEST = new Backoff(5, Duration.ofMinutes(5), Duration.ofHours(1));
    private static final Backoff SECOND_FACTOR = new Backoff(8, Duration.ofMinutes(1), Duration.ofHours(1));
    private static final Backoff SENDING = new Backoff(30, Duration.ofMinutes(10), Duration.ofHours(1));
    private static final int TRIES = 5;

    @Inject
    ThrottleLedger ledger;

    record Counter(String bucket, Backoff backoff) {}

    /** A sign-in or a password check. */
    Duration beforePassword(Realm realm, String emailNorm, String ip, boolean knownAddress) {
        List<Counter> counters = knownAddress
                ? List.of(pair(realm, emailNorm, ip), address(ip))
                : List.of(pair(realm, emailNorm, ip), address(ip), account(realm, emailNorm));
        return reserve(counters);
    }

    void passwordWasRight(Realm realm, String emailNorm, String ip) {
        ledger.forget(pair(realm, emailNorm, ip).bucket());
        ledger.takeBack(address(ip).bucket());
        ledger.takeBack(account(realm, emailNorm).bucket());
    }

    /** A code of the second factor: the password is known already, so the account alone counts. */
    Duration beforeCode(String accountPublicId) {
        return reserve(List.of(new Counter("code:" + accountPublicId, SECOND_FACTOR)));
    }

    void codeWasRight(String accountPublicId) {
        ledger.forget("code:" + accountPublicId);
    }

    /** A request that causes a mail, or tries a link: every one counts, whether it succeeds or not. */
    Duration beforeRequest(String kind, Realm realm, String subject, String ip) {
        Counter perAddress = new Counter(bucket(kind, ip), ADDRESS);
        if (subject.isEmpty()) {
            return reserve(List.of(perAddress));
        }
        return reserve(List.of(new Counter(bucket(kind, realm.name(), subject, ip), REQUEST), perAddress));
    }

    /** Something that reaches somebody else, by somebody who is signed in. */
    public Duration beforeSending(String kind, String account, String hour) {
        return reserve(List.of(new Counter(bucket("send", kind, account, hour), SENDING)));
    }

    private Duration reserve(List<Counter> counters) {
        for (int attempt = 1; ; attempt++) {
            try {
                return ledger.reserve(counters);
            } catch (RuntimeException collision) {
                if (attempt == TRIES) {
                    throw new IllegalStateException("The counters of failed sign-ins cannot be written", collision);
                }
            }
        }
    }

    private static Counter pair(Realm realm, String emailNorm, String ip) {
        return new Counter(bucket("pair", realm.name(), emailNorm, ip), PAIR);
    }

    private static Counter address(String ip) {
        return new Counter(bucket("address", ip), ADDRESS);
    }

    private static Counter account(Realm realm, String emailNorm) {
        return new Counter(bucket("account", realm.name(), emailNorm), ACCOUNT);
    }

    /** No address or e-mail is kept in the clear. */
    private static String bucket(String kind, String... parts) {
        return kind.toLowerCase(Locale.ROOT) + ":"
                + Secrets.sha256(String.join("\n", parts)).substring(0, 40);
    }
}

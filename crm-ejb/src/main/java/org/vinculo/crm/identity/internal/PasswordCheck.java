package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.shared.Normal;

/** Checks a password: throttled first, hashed in any case, and without holding a connection while hashing. */
@ApplicationScoped
public class PasswordCheck {

    private static final int LONGEST_EMAIL = 254;

    @Inject
    CredentialReader reader;

    @Inject
    Throttle throttle;

    @Inject
    PasswordHasher hasher;

    @Inject
    Journal journal;

    /**
     * What came of it.
     *
     * @param delay how long to wait before the next try, zero when the password was looked at
     * @param accountId the account, only when the password is right
     */
    public record Answer(Duration delay, boolean right, Long accountId) {}

    public Answer check(Realm realm, String email, String password, ClientInfo client) {
        String given = Normal.email(email);
        String norm = given == null || given.length() > LONGEST_EMAIL ? "" : given;
        CredentialReader.Credentials known = reader.read(realm, norm, client.ip());
        Duration delay = throttle.beforePassword(realm, norm, ip(client), known.knownAddress());
        if (!delay.isZero()) {
            journal.signIn(realm, known.account(), norm, SignInOutcome.WAIT, client);
            return new Answer(delay, false, null);
        }
        boolean right = hasher.matches(password, known.hash());
        if (!right) {
            journal.signIn(realm, known.account(), norm, SignInOutcome.REFUSED, client);
            return new Answer(Duration.ZERO, false, null);
        }
        throttle.passwordWasRight(realm, norm, ip(client));
        if (hasher.isOutdated(known.hash())) {
            reader.replaceHash(known.account().getId(), known.hash(), hasher.hash(password));
        }
        return new Answer(Duration.ZERO, true, known.account().getId());
    }

    private static String ip(ClientInfo client) {
        return client.ip() == null ? "" : client.ip();
    }
}

package org.vinculo.crm.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.internal.PasswordCheck;
import org.vinculo.crm.identity.internal.SignIns;
import org.vinculo.crm.shared.Boundary;

/**
 * Opens and closes sessions. Unknown accounts, wrong passwords, disabled accounts and accounts of the other realm get
 * the same answer in the same time.
 */
@Stateless
@Boundary
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SignInService {

    @Inject
    PasswordCheck check;

    @Inject
    SignIns signIns;

    /** The first step: address and password. */
    public SignInResult signIn(Realm realm, String email, String password, ClientInfo client) {
        PasswordCheck.Answer answer = check.check(realm, email, password, client);
        if (!answer.delay().isZero()) {
            return SignInResult.wait(answer.delay());
        }
        if (!answer.right()) {
            return SignInResult.refused();
        }
        return signIns.afterPassword(answer.accountId(), client);
    }

    /** The second step: a code of the authenticator, or one of the recovery codes. */
    public SignInResult enterCode(Realm realm, String halfSecret, String code, ClientInfo client) {
        return signIns.afterCode(realm, halfSecret, code, client);
    }

    /** What the half session waits for; refused when it is over. */
    public SignInOutcome awaited(Realm realm, String halfSecret) {
        return signIns.awaited(realm, halfSecret);
    }

    /** Sets up the second factor that this account must have, and completes the sign-in. */
    public EnrolledSignIn enrol(Realm realm, String halfSecret, String totpSecret, String code, ClientInfo client) {
        return signIns.enrol(realm, halfSecret, totpSecret, code, client);
    }

    /** A new authenticator secret to show, for the account of a half session. */
    public TotpEnrolment newEnrolment(Realm realm, String halfSecret) {
        return signIns.newEnrolment(realm, halfSecret);
    }

    public void signOut(Realm realm, String secret, ClientInfo client) {
        signIns.end(realm, secret, client);
    }
}

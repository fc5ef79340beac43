package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.SignInEntry;
import org.vinculo.crm.shared.EmailAddress;

/** Writes down tries to sign in and what happens to accounts. Never a password, a token or a code. */
@ApplicationScoped
public class Journal {

    private static final String ACCOUNT = "account";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller callers;

    @Inject
    Event<SecurityEvent> events;

    /** A try to sign in; the account is null when there is none with this address. */
    @Transactional
    public void signIn(Realm realm, Account account, String emailNorm, SignInOutcome outcome, ClientInfo client) {
        Long accountId = account == null ? null : account.getId();
        em.persist(new SignInEntry(realm, accountId, shown(emailNorm), outcome, client, clock.instant()));
        String publicId = account == null ? null : account.getPublicId();
        events.fire(new SecurityEvent(
                "signin." + code(outcome), actor(realm, account, client), ACCOUNT, publicId, null, realm.name()));
    }

    /** Something done to an account by its owner, who need not be signed in. */
    public void byOwner(String action, Account account, ClientInfo client, String detail) {
        events.fire(new SecurityEvent(
                action, actor(account.realm(), account, client), ACCOUNT, account.getPublicId(), null, detail));
    }

    /** Something done by the present caller. */
    public void byCaller(String action, Account account, String detail) {
        events.fire(new SecurityEvent(action, null, ACCOUNT, account.getPublicId(), null, detail));
    }

    public void byCaller(String action, Account account, String detail, List<SecurityEvent.Change> changes) {
        events.fire(new SecurityEvent(action, null, ACCOUNT, account.getPublicId(), null, detail, changes));
    }

    public void byCaller(String action, String entity, String entityId, Long customerId, String detail) {
        events.fire(new SecurityEvent(action, null, entity, entityId, customerId, detail));
    }

    /** Something the present caller asked for and did not get; kept although nothing else of the request is. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(String action, String where) {
        events.fire(new SecurityEvent(action, null, null, null, null, where));
    }

    /** People type passwords into the wrong field: only what can be an address is kept. */
    private static String shown(String emailNorm) {
        return EmailAddress.normal(emailNorm).orElse("?");
    }

    private static String code(SignInOutcome outcome) {
        return switch (outcome) {
            case SIGNED_IN -> "ok";
            case CODE_NEEDED, ENROLMENT_NEEDED -> "half";
            case REFUSED -> "refused";
            case WAIT -> "throttled";
        };
    }

    private Caller actor(Realm realm, Account account, ClientInfo client) {
        Caller present = callers.get();
        if (account == null) {
            return new Caller(
                    Caller.Kind.ANONYMOUS,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    null,
                    client.ip(),
                    client.userAgent(),
                    present.correlationId(),
                    client.locale(),
                    ZoneOffset.UTC);
        }
        return new Caller(
                realm == Realm.STAFF ? Caller.Kind.STAFF : Caller.Kind.CUSTOMER,
                account.getId(),
                account.getDisplayName(),
                null,
                null,
                Map.of(),
                null,
                client.ip(),
                client.userAgent(),
                present.correlationId(),
                account.locale(),
                account.zoneId());
    }
}

package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.AccountRequest;
import org.vinculo.crm.identity.entity.AccountRequest.Kind;
import org.vinculo.crm.shared.Normal;

/**
 * Takes down what an anonymous request asked for, in the transaction of the request. It is answered afterwards, so that
 * the duration of the request tells nothing about who has an account, and it is answered even if the server stops
 * before.
 */
@ApplicationScoped
public class RequestDesk {

    /** Something was taken down; whoever answers looks once the transaction is through. */
    public record Taken() {}

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<Taken> taken;

    public void reset(Realm realm, String email, ClientInfo client) {
        String norm = Normal.email(email);
        take(new AccountRequest(Kind.RESET, realm, norm == null ? "" : norm, null, client, clock.instant()));
    }

    public void register(String name, String email, ClientInfo client) {
        take(new AccountRequest(Kind.REGISTER, Realm.CUSTOMER, email, name, client, clock.instant()));
    }

    private void take(AccountRequest request) {
        em.persist(request);
        taken.fire(new Taken());
    }
}

package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.shared.TooManyRequests;

/** Limits what anybody can ask for without being signed in. */
@ApplicationScoped
public class RequestLimits {

    @Inject
    Throttle throttle;

    /** @throws TooManyRequests when the same was asked for too often from there */
    public void require(String kind, Realm realm, String subject, ClientInfo client) {
        Duration delay = throttle.beforeRequest(
                kind, realm, subject == null ? "" : subject, client.ip() == null ? "" : client.ip());
        if (!delay.isZero()) {
            throw new TooManyRequests(delay);
        }
    }
}

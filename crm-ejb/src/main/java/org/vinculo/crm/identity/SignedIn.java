package org.vinculo.crm.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A session that is valid now.
 *
 * @param sessionId public id of the login session, null for API tokens
 * @param caller who it is, without the facts of the present request
 * @param groups container roles
 * @param provedAt when the person last gave a password
 * @param theme colours the person wants
 */
public record SignedIn(String sessionId, Caller caller, Set<String> groups, Instant provedAt, Theme theme) {

    public SignedIn {
        groups = Set.copyOf(groups);
    }

    /** The caller with the facts of one request. */
    public Caller caller(ClientInfo client, String correlationId) {
        return new Caller(
                caller.kind(),
                caller.accountId(),
                caller.name(),
                caller.customerId(),
                caller.teamId(),
                caller.permissions(),
                caller.orgRole(),
                client.ip(),
                client.userAgent(),
                correlationId,
                caller.locale(),
                caller.zone());
    }
}

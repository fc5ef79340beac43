package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/**
 * Who is behind the present call.
 *
 * @param kind what sort of actor
 * @param accountId account of a member of staff or a customer, token id of an API token, otherwise null
 * @param name name to show and to keep in the audit trail
 * @param customerId the customer that a portal account acts for, otherwise null
 * @param teamId team of a member of staff, or null
 * @param permissions what is allowed and how far; empty for customers
 * @param orgRole role in the portal, otherwise null
 * @param ip address the request came from, or null
 * @param userAgent browser or client, or null
 * @param correlationId id that ties log, audit and error page of a request together
 */
public record Caller(
        Kind kind,
        Long accountId,
        String name,
        Long customerId,
        Long teamId,
        Map<Permission, Scope> permissions,
        OrgRole orgRole,
        String ip,
        String userAgent,
        String correlationId,
        Locale locale,
        ZoneId zone)
        implements Serializable {

    /** Sorts of actors. */
    public enum Kind {
        STAFF,
        CUSTOMER,
        TOKEN,
        SYSTEM,
        ANONYMOUS
    }

    public static final Caller ANONYMOUS = new Caller(
            Kind.ANONYMOUS, null, null, null, null, Map.of(), null, null, null, null, Locale.ENGLISH, ZoneOffset.UTC);

    public Caller {
        permissions = Map.copyOf(permissions);
    }

    /** The application itself, for example a job; the name says which. */
    public static Caller system(String name) {
        return new Caller(
                Kind.SYSTEM, null, name, null, null, Map.of(), null, null, null, null, Locale.ENGLISH, ZoneOffset.UTC);
    }

    public boolean has(Permission permission) {
        return permissions.containsKey(permission);
    }

    /** Whether a customer calls from the portal who acts for this one. */
    public boolean isCustomer(long id) {
        return kind == Kind.CUSTOMER && customerId != null && customerId == id;
    }
}

package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.vinculo.crm.shared.NotAllowed;

/**
 * The caller of the present thread. The filter of each web module binds it after authentication and unbinds it when
 * the request ends; jobs run as the system. Nothing bound means anonymous.
 *
 * <p>Bound to the thread on purpose: the container's own security context is shared between threads under load.
 */
@ApplicationScoped
public class CurrentCaller {

    private static final ThreadLocal<Caller> BOUND = new ThreadLocal<>();

    public Caller get() {
        Caller caller = BOUND.get();
        return caller == null ? Caller.ANONYMOUS : caller;
    }

    /**
     * The customer that the caller acts for in the portal.
     *
     * @throws NotAllowed when the caller is not a customer
     */
    public long customerId() {
        Caller caller = get();
        if (caller.kind() != Caller.Kind.CUSTOMER || caller.customerId() == null) {
            throw new NotAllowed();
        }
        return caller.customerId();
    }

    /** Whether the caller's role in the portal carries the right. */
    public boolean has(PortalRight right) {
        Caller caller = get();
        return caller.kind() == Caller.Kind.CUSTOMER && right.belongsTo(caller.orgRole());
    }

    /** @throws NotAllowed when the caller's role in the portal does not carry the right */
    public void require(PortalRight right) {
        if (!has(right)) {
            throw new NotAllowed();
        }
    }

    public boolean has(Permission permission) {
        return get().has(permission);
    }

    /**
     * How far the caller's permission reaches; the system reaches everything.
     *
     * @throws NotAllowed without the permission
     */
    public Scope scope(Permission permission) {
        Caller caller = get();
        if (caller.kind() == Caller.Kind.SYSTEM) {
            return Scope.ALL;
        }
        Scope scope = caller.permissions().get(permission);
        if (scope == null) {
            throw new NotAllowed();
        }
        return scope;
    }

    /** Does the work as somebody and gives the thread back as it was. */
    public <T> T runAs(Caller caller, Callable<T> work) throws Exception {
        Caller before = BOUND.get();
        bind(caller);
        try {
            return work.call();
        } finally {
            bind(before);
        }
    }

    /** Only for the filters at the doors, which must unbind with null in a finally block. */
    public void bind(Caller caller) {
        if (caller == null) {
            BOUND.remove();
        } else {
            BOUND.set(caller);
        }
    }
}

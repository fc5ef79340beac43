package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.InvalidInput;

/** Nobody gives away, or takes from somebody mightier, more than they may do themselves. */
@ApplicationScoped
public class Grants {

    @Inject
    CurrentCaller callers;

    /** @throws InvalidInput on the field when the permissions go beyond the caller's own */
    public void requireNotMore(String field, Map<Permission, Scope> permissions) {
        if (isMore(permissions, callers.get().permissions())) {
            throw InvalidInput.field(field, "identity.error.notMoreThanYou");
        }
    }

    /** Whether some permission is not among one's own, or reaches further. */
    public static boolean isMore(Map<Permission, Scope> permissions, Map<Permission, Scope> own) {
        return permissions.entrySet().stream()
                .anyMatch(granted -> own.get(granted.getKey()) == null
                        || own.get(granted.getKey()).compareTo(granted.getValue()) < 0);
    }
}

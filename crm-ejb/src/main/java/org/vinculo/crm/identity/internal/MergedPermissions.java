package org.vinculo.crm.identity.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;

/** What several roles allow together: of each permission the widest reach. */
public final class MergedPermissions {

    private MergedPermissions() {}

    public static Map<Permission, Scope> of(Collection<Map<Permission, Scope>> roles) {
        Map<Permission, Scope> merged = new EnumMap<>(Permission.class);
        roles.forEach(role -> role.forEach((permission, scope) -> merged.merge(permission, scope, Scope::widest)));
        return merged;
    }
}

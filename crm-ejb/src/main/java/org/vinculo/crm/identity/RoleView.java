package org.vinculo.crm.identity;

import java.io.Serializable;
import java.util.Map;

/**
 * A role with all it allows.
 *
 * @param fixed whether it allows everything and cannot be changed
 * @param members how many people have it
 */
public record RoleView(
        RoleRef role, long version, Map<Permission, Scope> permissions, boolean builtIn, boolean fixed, long members)
        implements Serializable {

    public RoleView {
        permissions = Map.copyOf(permissions);
    }
}

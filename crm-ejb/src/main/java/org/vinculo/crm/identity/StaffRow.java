package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** A member of staff in the administrator's list. */
public record StaffRow(
        String id,
        String name,
        String email,
        String team,
        List<RoleRef> roles,
        AccountStatus status,
        boolean secondFactor,
        Instant lastSignInAt)
        implements Serializable {

    public StaffRow {
        roles = List.copyOf(roles);
    }
}

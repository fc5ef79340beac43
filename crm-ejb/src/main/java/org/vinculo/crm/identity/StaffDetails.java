package org.vinculo.crm.identity;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A member of staff on the administrator's page.
 *
 * @param permissions what the roles allow together
 */
public record StaffDetails(
        StaffRow row,
        StaffForm form,
        Map<Permission, Scope> permissions,
        List<SessionView> sessions,
        List<SignInView> history,
        boolean self)
        implements Serializable {

    public StaffDetails {
        sessions = List.copyOf(sessions);
        history = List.copyOf(history);
    }
}

package org.vinculo.crm.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * What people may do in the portal for the organisation they act for, by their role. Whatever asks for no right here is
 * for every role: reading what has no price, and the person's own account. A person who acts for themselves is an
 * administrator.
 */
public enum PortalRight {
    /** Seeing what was bought, and at which prices. */
    PURCHASES(OrgRole.ADMIN, OrgRole.BUYER, OrgRole.FINANCE),
    /** Telling needs and wishes, and whether those written down are right. */
    NEEDS(OrgRole.ADMIN, OrgRole.BUYER),
    /** Changing what is allowed and how the organisation wants to be reached. */
    PREFERENCES(OrgRole.ADMIN, OrgRole.BUYER),
    /** Writing to the company. */
    MESSAGES(OrgRole.ADMIN, OrgRole.BUYER, OrgRole.SUPPORT),
    /** Correcting the data, exercising the rights over them, and deciding about the team. */
    MANAGEMENT(OrgRole.ADMIN);

    private final Set<OrgRole> roles;

    PortalRight(OrgRole first, OrgRole... others) {
        roles = EnumSet.of(first, others);
    }

    public boolean belongsTo(OrgRole role) {
        return role != null && roles.contains(role);
    }
}

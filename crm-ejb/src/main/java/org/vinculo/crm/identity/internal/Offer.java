package org.vinculo.crm.identity.internal;

import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.entity.AccountToken;

/**
 * What an invitation to the portal says of the invited, in the words of whoever invited: these do not learn whether there
 * is an account already, nor what its owner is called.
 */
record Offer(OrgRole role, String name, String email) {

    /** As the link of the invitation carries it. */
    String text() {
        return String.join("\n", role.name(), name, email);
    }

    /** Invitations of earlier versions carry the role alone. */
    static Offer of(AccountToken link) {
        String[] parts = link.getPayload().split("\n", -1);
        OrgRole role = OrgRole.valueOf(parts[0]);
        return parts.length == 3
                ? new Offer(role, parts[1], parts[2])
                : new Offer(
                        role,
                        link.getAccount().getDisplayName(),
                        link.getAccount().getEmail());
    }
}

package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.internal.StaffAdministration;
import org.vinculo.crm.identity.internal.StaffRows;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Who works here and what they may do. */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.USER_ADMIN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StaffAdminService {

    @Inject
    StaffRows rows;

    @Inject
    StaffAdministration administration;

    /** Staff whose name or address contains the words; of any status when {@code status} is null. */
    public Page<StaffRow> list(String words, AccountStatus status, PageRequest page) {
        return rows.page(words, status, page);
    }

    /** @throws NotFound when there is no such member of staff */
    public StaffDetails get(String id) {
        return administration.get(id);
    }

    /**
     * Invites somebody: a link to choose a password goes to the address.
     *
     * @return public id of the new account
     * @throws InvalidInput when the form cannot be accepted
     */
    public String invite(StaffForm form) {
        return administration.invite(form);
    }

    /** @throws NotFound when there is no such person, or the person has accepted already */
    public void inviteAgain(String id) {
        administration.inviteAgain(id);
    }

    /**
     * Saves name, address, team and roles. A changed address ends the open links to the account.
     *
     * @throws ConcurrentChange when the account was changed since the form was loaded
     * @throws InvalidInput when the form cannot be accepted, or the last administrator would lose the role
     */
    public void save(StaffForm form) {
        administration.save(form);
    }

    /** Shuts somebody out at once. @throws InvalidInput for oneself and for the last administrator */
    public void disable(String id) {
        administration.disable(id);
    }

    public void enable(String id) {
        administration.enable(id);
    }

    /** How many sessions ended. */
    public int endSessions(String id) {
        return administration.endSessions(id);
    }

    /** Takes away a second factor that its owner has lost. @throws InvalidInput for oneself */
    public void resetSecondFactor(String id) {
        administration.resetSecondFactor(id);
    }
}

package org.vinculo.crm.identity.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.CustomerMatching;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalAccess;
import org.vinculo.crm.identity.PortalDeed;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.identity.Proof;
import org.vinculo.crm.identity.SendingLimits;
import org.vinculo.crm.identity.internal.AccountClosing;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.PortalInvitations;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;

/**
 * Who acts for an organisation in the portal, and what each of them may do: decided by its administrators, one of whom
 * always remains. The organisation is the one that the caller acts for.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyTeam {

    private static final int NAME = 200;
    private static final int MOST = 100;

    @Inject
    CurrentCaller caller;

    @Inject
    Instance<CustomerMatching> customers;

    @Inject
    PortalInvitations invitations;

    @Inject
    SendingLimits limits;

    @Inject
    AccountClosing closing;

    @Inject
    Journal journal;

    @Inject
    Proof proof;

    @Inject
    Event<PortalDeed> deeds;

    /** Whether the caller acts for an organisation; a person has no team. */
    public boolean isOrganisation() {
        return customer().organisation();
    }

    /** Whether the caller may invite and remove colleagues. */
    public boolean mayManage() {
        return caller.has(PortalRight.MANAGEMENT) && isOrganisation();
    }

    /** Colleagues and open invitations; only who manages the team sees the invitations. */
    public List<PortalAccess> list() {
        CustomerMatching.Candidate customer = organisation();
        boolean manages = mayManage();
        return invitations.of(customer.id()).stream()
                .filter(access -> manages || !access.invited())
                .toList();
    }

    /**
     * Invites a colleague. Nothing tells whether somebody with the address has an account here, or had one.
     *
     * @throws InvalidInput on {@code email}, {@code name} or {@code role}
     * @throws NotAllowed when the caller is no administrator of an organisation
     */
    public void invite(String email, String name, OrgRole role) {
        CustomerMatching.Candidate customer = managed();
        limits.require("invitation");
        String line = Normal.line(name);
        if (line == null || line.length() > NAME) {
            throw InvalidInput.field("name", line == null ? "required" : "tooLong", NAME);
        }
        if (role == null) {
            throw InvalidInput.field("role", "required");
        }
        if (invitations.of(customer.id()).size() >= MOST) {
            throw InvalidInput.field("email", "identity.team.error.full", MOST);
        }
        invitations.invite(customer, email, line, role, caller.get().locale());
        did(customer, "portal.invited", role.name());
    }

    /**
     * @throws NotFound when the organisation has no such member
     * @throws InvalidInput when nobody would be left who manages the team
     */
    public void changeRole(String membershipId, OrgRole role) {
        CustomerMatching.Candidate customer = managed();
        PortalAccess member = member(customer, membershipId);
        if (role == null) {
            throw InvalidInput.field("role", "required");
        }
        if (role != OrgRole.ADMIN) {
            requireAnotherAdministrator(customer, member);
        }
        invitations.changeRole(customer.id(), membershipId, role);
        did(customer, "portal.role", role.name());
    }

    /**
     * Ends a colleague's access or takes an invitation back.
     *
     * @param accountId public id of the colleague's account
     * @throws NotFound when the organisation has no such member or invitation
     */
    public void remove(String accountId) {
        CustomerMatching.Candidate customer = managed();
        PortalAccess member = invitations.of(customer.id()).stream()
                .filter(access -> access.accountId().equals(accountId))
                .findFirst()
                .orElseThrow(NotFound::new);
        requireAnotherAdministrator(customer, member);
        invitations.end(customer.id(), accountId);
        did(customer, "portal.ended", null);
    }

    /**
     * Closes the caller's own access to the customer, and the account when it acts for nobody else.
     *
     * @throws org.vinculo.crm.identity.ProofNeeded when the password was given too long ago
     * @throws InvalidInput when the caller is the last who manages an organisation with other members
     */
    public void closeAccount(String sessionId) {
        proof.require(sessionId);
        CustomerMatching.Candidate customer = customer();
        List<PortalAccess> all = invitations.of(customer.id());
        PortalAccess me = all.stream()
                .filter(access -> !access.invited() && closing.isCaller(access.accountId()))
                .findFirst()
                .orElseThrow(NotFound::new);
        boolean others = all.stream().anyMatch(access -> !access.invited() && !access.equals(me));
        if (customer.organisation() && others) {
            requireAnotherAdministrator(customer, me);
        }
        did(customer, customer.organisation() ? "portal.left" : "account.closed", null);
        closing.close(customer.id());
    }

    private void requireAnotherAdministrator(CustomerMatching.Candidate customer, PortalAccess member) {
        boolean another = invitations.of(customer.id()).stream()
                .anyMatch(access -> !access.invited()
                        && access.role() == OrgRole.ADMIN
                        && !access.accountId().equals(member.accountId()));
        if (!member.invited() && member.role() == OrgRole.ADMIN && !another) {
            throw InvalidInput.field("role", "identity.team.error.lastAdmin");
        }
    }

    private PortalAccess member(CustomerMatching.Candidate customer, String membershipId) {
        return invitations.of(customer.id()).stream()
                .filter(access -> !access.invited() && access.id().equals(membershipId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void did(CustomerMatching.Candidate customer, String action, String detail) {
        journal.byCaller(action, "customer", customer.publicId(), customer.id(), detail);
        deeds.fire(new PortalDeed(customer.id(), action));
    }

    private CustomerMatching.Candidate managed() {
        caller.require(PortalRight.MANAGEMENT);
        return organisation();
    }

    private CustomerMatching.Candidate organisation() {
        CustomerMatching.Candidate customer = customer();
        if (!customer.organisation()) {
            throw new NotFound();
        }
        return customer;
    }

    private CustomerMatching.Candidate customer() {
        return customers.get().find(caller.customerId()).orElseThrow(NotFound::new);
    }
}

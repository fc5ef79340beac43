package org.vinculo.crm.privacy.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.identity.Proof;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.privacy.CopyView;
import org.vinculo.crm.privacy.RequestKind;
import org.vinculo.crm.privacy.RequestState;
import org.vinculo.crm.privacy.RequestView;
import org.vinculo.crm.privacy.ViewerRow;
import org.vinculo.crm.privacy.entity.PersonalCopy;
import org.vinculo.crm.privacy.entity.PrivacyRequest;
import org.vinculo.crm.privacy.internal.CopyDesk;
import org.vinculo.crm.privacy.internal.Mirror;
import org.vinculo.crm.privacy.internal.RequestDesk;
import org.vinculo.crm.privacy.internal.Viewers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;

/**
 * What the customer who is signed in may know and ask about their own data. Nothing names a customer; what names a
 * request or a copy finds only the customer's own.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyPrivacy {

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    RequestDesk desk;

    @Inject
    CopyDesk copies;

    @Inject
    Viewers viewers;

    @Inject
    Mirror mirror;

    @Inject
    Proof proof;

    /** Whether the caller may exercise the customer's rights: a person always, of an organisation its administrators. */
    public boolean mayAsk() {
        return caller.has(PortalRight.MANAGEMENT);
    }

    private CustomerRef asking() {
        caller.require(PortalRight.MANAGEMENT);
        return customers.own();
    }

    /** Everything that is known about the customer: what, what for, since when and from whom. */
    public List<MySection> known() {
        Caller who = caller.get();
        return mirror.write(asking().id(), who.locale(), who.zone());
    }

    /** The customer's requests, the latest first. */
    public List<RequestView> requests() {
        CustomerRef customer = asking();
        return desk.of(customer.id()).stream()
                .map(request -> request.view(customer, desk.today()))
                .toList();
    }

    /** Asks for something; the answer is due within the days that the law gives. */
    public RequestView ask(RequestKind kind, String words) {
        CustomerRef customer = asking();
        return desk.receive(customer, kind, words).view(customer, desk.today());
    }

    /** @throws NotFound when the customer has no such open request */
    public void withdraw(String requestId) {
        CustomerRef customer = asking();
        PrivacyRequest request = desk.find(requestId)
                .filter(found -> found.getCustomerId() == customer.id())
                .orElseThrow(NotFound::new);
        desk.answer(request, RequestState.WITHDRAWN, null);
    }

    public List<CopyView> copies() {
        return copies.of(asking().id()).stream().map(PersonalCopy::view).toList();
    }

    /**
     * Has a copy of everything made.
     *
     * @throws org.vinculo.crm.identity.ProofNeeded when the password was given too long ago
     */
    public void askCopy(String sessionId) {
        caller.require(PortalRight.MANAGEMENT);
        proof.require(sessionId);
        copies.ask(asking());
    }

    /**
     * Opens a copy; the caller closes it.
     *
     * @throws org.vinculo.crm.identity.ProofNeeded when the password was given too long ago
     * @throws NotFound when the customer has no such copy, or it expired
     */
    public InputStream openCopy(String copyId, String sessionId) {
        caller.require(PortalRight.MANAGEMENT);
        proof.require(sessionId);
        return copies.open(copyId, asking().id());
    }

    /** Who looked at the customer's data in the last twelve months, by role. */
    public List<ViewerRow> viewers() {
        return viewers.byRole(asking().id(), caller.get().locale());
    }
}

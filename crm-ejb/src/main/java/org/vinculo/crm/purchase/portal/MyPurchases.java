package org.vinculo.crm.purchase.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.purchase.internal.PurchaseStore;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** The purchases of the customer who is signed in. What they cost the company is not among the answers. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyPurchases {

    @Inject
    PurchaseStore store;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    /** Whether the caller may see purchases and prices; without it every other call is refused. */
    public boolean mayLook() {
        return caller.has(PortalRight.PURCHASES);
    }

    /** Newest first. */
    public Page<MyPurchase> list(PageRequest page) {
        caller.require(PortalRight.PURCHASES);
        return store.page(customers.own().id(), PageRequest.of(page.first(), page.size()))
                .map(MyPurchase::of);
    }

    public MyFigures figures() {
        caller.require(PortalRight.PURCHASES);
        return MyFigures.of(store.figures(customers.own().id()));
    }

    /** @throws NotFound when there is none or it is somebody else's */
    public MyPurchaseDetails get(String publicId) {
        caller.require(PortalRight.PURCHASES);
        long own = customers.own().id();
        Purchase purchase = store.find(publicId)
                .filter(found -> found.getCustomerId() == own)
                .orElseThrow(NotFound::new);
        List<MyPurchaseDetails.Line> lines = purchase.details(null).lines().stream()
                .map(MyPurchaseDetails.Line::of)
                .toList();
        return new MyPurchaseDetails(MyPurchase.of(purchase.view()), lines);
    }
}

package org.vinculo.crm.purchase;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.purchase.internal.PurchaseRecorder;
import org.vinculo.crm.purchase.internal.PurchaseStore;
import org.vinculo.crm.purchase.internal.SharedBaskets;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What staff do with the purchases of a customer. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.PURCHASE_VIEW)
public class PurchaseService {

    @Inject
    PurchaseStore store;

    @Inject
    PurchaseRecorder recorder;

    @Inject
    SharedBaskets baskets;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<PurchasesChanged> changed;

    /** The purchases of a customer, newest first unless sorted by at, documentNumber, total, kind or channel. */
    public Page<PurchaseView> list(String customerPublicId, PageRequest page) {
        CustomerRef customer = customers.require(customerPublicId, Permission.PURCHASE_VIEW);
        return store.page(customer.id(), page);
    }

    /** @throws NotFound when there is none or its customer is out of reach */
    public PurchaseDetails get(String publicId) {
        Purchase purchase = store.find(publicId).orElseThrow(NotFound::new);
        CustomerRef customer = customers.require(purchase.getCustomerId(), Permission.PURCHASE_VIEW);
        return purchase.details(customer.publicId());
    }

    public PurchaseFigures figures(String customerPublicId) {
        return store.figures(
                customers.require(customerPublicId, Permission.PURCHASE_VIEW).id());
    }

    /** The sales with all of the products, of any customer in the caller's reach, newest first. */
    public Page<PurchaseOfCustomer> withProducts(List<String> products, PageRequest page) {
        return baskets.page(products, page);
    }

    /** Records one purchase. */
    @RolesAllowed(Permission.Code.PURCHASE_EDIT)
    public PurchaseDetails record(String customerPublicId, PurchaseForm form) {
        CustomerRef customer = customers.require(customerPublicId, Permission.PURCHASE_EDIT);
        Purchase purchase = recorder.record(customer, form, DataOrigin.of(caller.get()));
        customers.bought(List.of(customer.id()));
        changed.fire(new PurchasesChanged(Set.of(customer.id())));
        return purchase.details(customer.publicId());
    }
}

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
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What staff do with the purchases of a customer. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.PURCHASE_VIEW)
public class PurchaseService {

    private static final int LONGEST_REASON = 200;

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

    /**
     * The baskets with all of the products, of any customer in the caller's reach, newest first.
     *
     * @param products none for every basket
     * @param upTo number of the newest line that is looked at, as {@link PurchaseBaskets#newestLine} had it
     */
    public Page<PurchaseOfCustomer> baskets(List<String> products, long upTo, PageRequest page) {
        return baskets.page(products, upTo, page);
    }

    /** The documents behind figures of a day, of any customer in the caller's reach, newest first. */
    public Page<PurchaseOfCustomer> ofDay(PurchasesOfDay wanted, PageRequest page) {
        return baskets.page(wanted, page);
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

    /** The sale that this gives back, and what was given back of it. */
    public PurchaseReturns returns(String publicId) {
        Purchase purchase = store.find(publicId).orElseThrow(NotFound::new);
        customers.require(purchase.getCustomerId(), Permission.PURCHASE_VIEW);
        PurchaseView sale = purchase.getReturnOf() == null
                ? null
                : store.find(purchase.getReturnOf())
                        .filter(found -> found.getCustomerId().equals(purchase.getCustomerId()))
                        .map(Purchase::view)
                        .orElse(null);
        return new PurchaseReturns(
                sale, store.returnsOf(purchase).stream().map(Purchase::view).toList());
    }

    /**
     * Corrects what was written down.
     *
     * @throws NotFound when there is none or its customer is out of reach
     * @throws ConcurrentChange when somebody changed it since the corrector read it
     */
    @RolesAllowed(Permission.Code.PURCHASE_EDIT)
    public PurchaseDetails correct(String publicId, PurchaseCorrection correction) {
        Purchase purchase = store.find(publicId).orElseThrow(NotFound::new);
        CustomerRef customer = customers.require(purchase.getCustomerId(), Permission.PURCHASE_EDIT);
        requireVersion(purchase, correction.version());
        recorder.correct(customer, purchase, correction, DataOrigin.of(caller.get()));
        changed.fire(new PurchasesChanged(Set.of(customer.id())));
        return purchase.details(customer.publicId());
    }

    /**
     * Records what the customer gives back of a sale.
     *
     * @param form amounts below zero, together at most what is left of the sale
     * @throws NotFound when there is no such sale or its customer is out of reach
     */
    @RolesAllowed(Permission.Code.PURCHASE_EDIT)
    public PurchaseDetails giveBack(String salePublicId, PurchaseForm form) {
        Purchase sale = store.find(salePublicId)
                .filter(found -> found.getKind() == PurchaseKind.SALE)
                .orElseThrow(NotFound::new);
        CustomerRef customer = customers.require(sale.getCustomerId(), Permission.PURCHASE_EDIT);
        Purchase purchase = recorder.giveBack(customer, sale, form, DataOrigin.of(caller.get()));
        changed.fire(new PurchasesChanged(Set.of(customer.id())));
        return purchase.details(customer.publicId());
    }

    /**
     * Takes a purchase that never was out of the books; the audit trail keeps who did it and why.
     *
     * @param version what the caller saw
     * @throws InvalidInput without a reason, or while something is given back of it
     * @throws ConcurrentChange when somebody changed it since
     */
    @RolesAllowed(Permission.Code.PURCHASE_EDIT)
    public void cancel(String publicId, long version, String reason) {
        Purchase purchase = store.find(publicId).orElseThrow(NotFound::new);
        CustomerRef customer = customers.require(purchase.getCustomerId(), Permission.PURCHASE_EDIT);
        requireVersion(purchase, version);
        String why = Normal.line(reason);
        if (why == null || why.length() > LONGEST_REASON) {
            throw InvalidInput.field("reason", why == null ? "required" : "tooLong", LONGEST_REASON);
        }
        store.hold(purchase);
        if (!store.returnsOf(purchase).isEmpty()) {
            throw InvalidInput.field("reason", "purchase.error.hasReturns");
        }
        recorder.remove(customer, purchase, why);
        changed.fire(new PurchasesChanged(Set.of(customer.id())));
    }

    private static void requireVersion(Purchase purchase, long version) {
        if (purchase.getVersion() != version) {
            throw new ConcurrentChange();
        }
    }
}

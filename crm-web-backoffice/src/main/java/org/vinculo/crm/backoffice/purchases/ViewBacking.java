package org.vinculo.crm.backoffice.purchases;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.purchase.PurchaseDetails;
import org.vinculo.crm.purchase.PurchaseReturns;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.shared.Money;

/** One purchase with its lines. */
@Named("purchaseView")
@RequestScoped
public class ViewBacking {

    @EJB
    private PurchaseService purchases;

    @EJB
    private CustomerService customers;

    private String id;
    private PurchaseDetails details;
    private CustomerDetails customer;
    private PurchaseReturns returns;

    public void load() {
        details = purchases.get(id);
        customer = customers.get(details.customerId());
        returns = purchases.returns(id);
    }

    /** What remains after the known cost, or null when no cost is known. */
    public Money getMargin() {
        Money total = details.purchase().total();
        return details.purchase().cost() == null
                ? null
                : new Money(total.amount().subtract(details.purchase().cost()), total.currency());
    }

    public PurchaseReturns getReturns() {
        return returns;
    }

    public PurchaseDetails getDetails() {
        return details;
    }

    public CustomerDetails getCustomer() {
        return customer;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}

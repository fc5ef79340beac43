package org.vinculo.crm.portal.purchases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.vinculo.crm.purchase.portal.MyPurchaseDetails;
import org.vinculo.crm.purchase.portal.MyPurchases;

/** One purchase with its lines. */
@Named("purchaseViewBacking")
@RequestScoped
public class ViewBacking {

    @Inject
    MyPurchases purchases;

    @Inject
    @ManagedProperty("#{param.id}")
    String id;

    private MyPurchaseDetails details;

    @PostConstruct
    void load() {
        details = purchases.get(id);
    }

    public MyPurchaseDetails getDetails() {
        return details;
    }
}

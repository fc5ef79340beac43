package org.vinculo.crm.backoffice.purchases;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.purchase.PurchaseFigures;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.ui.LazyTable;

/** The purchases of the customer whose page is open. */
@Named("purchaseTab")
@ViewScoped
public class TabBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private PurchaseService purchases;

    @Inject
    private ViewBacking page;

    private final LazyTable<PurchaseView> rows = LazyTable.of(
                    request -> purchases.list(customer(), request), PurchaseView::publicId)
            .sortable("at", "documentNumber", "total", "kind", "channel")
            .startSort("at", false);

    private PurchaseFigures figures;

    private String customer() {
        return page.getId();
    }

    public LazyTable<PurchaseView> getRows() {
        return rows;
    }

    public PurchaseFigures getFigures() {
        if (figures == null) {
            figures = purchases.figures(customer());
        }
        return figures;
    }
}

package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import org.vinculo.crm.purchase.PurchaseOfCustomer;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.purchase.PurchasesOfDay;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ModelPurchases;
import org.vinculo.crm.value.ValueService;

/** The purchases behind the counts on the card of the model. */
@Named("valuePurchases")
@ViewScoped
public class PurchasesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private ValueService values;

    @EJB
    private PurchaseService purchases;

    @Inject
    private Viewer viewer;

    private String of;
    private PurchasesOfDay wanted;
    private final LazyTable<PurchaseOfCustomer> rows =
            LazyTable.of(request -> isShown() ? purchases.ofDay(wanted, request) : Page.empty(), row -> row.purchase()
                    .publicId());

    public void load() {
        wanted = values.behind(getKind()).orElse(null);
    }

    /** What is shown; what is no such count in the address counts as not given. */
    public ModelPurchases getKind() {
        return Arrays.stream(ModelPurchases.values())
                .filter(each -> each.name().equals(of))
                .findFirst()
                .orElse(ModelPurchases.SALES);
    }

    public ModelPurchases[] getKinds() {
        return ModelPurchases.values();
    }

    public boolean isShown() {
        return wanted != null && viewer.permits("purchase.view");
    }

    public PurchasesOfDay getWanted() {
        return wanted;
    }

    public LazyTable<PurchaseOfCustomer> getRows() {
        return rows;
    }

    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
    }
}

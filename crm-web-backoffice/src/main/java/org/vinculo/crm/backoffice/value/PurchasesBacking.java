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
import org.vinculo.crm.shared.PublicId;
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
    private String run;
    private PurchasesOfDay wanted;
    private final LazyTable<PurchaseOfCustomer> rows =
            LazyTable.of(request -> isShown() ? purchases.ofDay(wanted, request) : Page.empty(), row -> row.purchase()
                    .publicId());

    public void load() {
        wanted = values.behind(getKind(), isOfRun() ? run : null).orElse(null);
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

    /** Whether it is of an earlier refresh than the newest. */
    public boolean isOfRun() {
        return run != null && !run.isBlank();
    }

    /** Address of another count of the same refresh. */
    public String link(ModelPurchases kind) {
        return "purchases?of=" + kind + (isOfRun() ? "&run=" + run : "");
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

    public String getRun() {
        return run;
    }

    public void setRun(String run) {
        this.run = PublicId.isWellFormed(run) ? run : null;
    }

    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
    }
}

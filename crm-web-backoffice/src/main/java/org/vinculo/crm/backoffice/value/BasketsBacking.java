package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.purchase.PurchaseOfCustomer;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.AffinityRunView;
import org.vinculo.crm.value.AffinityService;
import org.vinculo.crm.value.ProductBaskets;

/** The sales that the search for rules looked at: those with a product, or all. */
@Named("valueBaskets")
@ViewScoped
public class BasketsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private AffinityService affinity;

    @EJB
    private PurchaseService purchases;

    @Inject
    private Viewer viewer;

    private String product;
    private ProductBaskets counted;
    private AffinityRunView run;
    private final LazyTable<PurchaseOfCustomer> rows = LazyTable.of(
            request -> isShown() ? purchases.baskets(codes(), run.newestLine(), request) : Page.empty(),
            row -> row.purchase().publicId());

    public void load() {
        run = affinity.overview().current();
        if (run == null) {
            throw new NotFound();
        }
        counted = isOfProduct() ? affinity.products(codes()).get(0) : null;
    }

    private List<String> codes() {
        return isOfProduct() ? List.of(product) : List.of();
    }

    public boolean isOfProduct() {
        return product != null && !product.isBlank();
    }

    public boolean isShown() {
        return viewer.permits("purchase.view");
    }

    public String getTitle() {
        return counted == null
                ? Texts.text(viewer.getLocale(), "affinity.rule.of.ALL")
                : Texts.text(
                        viewer.getLocale(),
                        "affinity.rule.of.LEFT",
                        counted.product().shown());
    }

    public String getLead() {
        return counted == null
                ? Texts.text(viewer.getLocale(), "affinity.baskets.lead", run.baskets())
                : Texts.text(viewer.getLocale(), "affinity.baskets.leadOf", counted.baskets(), run.baskets());
    }

    public LazyTable<PurchaseOfCustomer> getRows() {
        return rows;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }
}

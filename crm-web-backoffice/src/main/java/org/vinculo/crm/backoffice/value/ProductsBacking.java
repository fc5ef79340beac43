package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.value.AffinityRunView;
import org.vinculo.crm.value.AffinityService;
import org.vinculo.crm.value.ProductBaskets;

/** The products that the search for rules looked at, each with the sales that it is in. */
@Named("valueProducts")
@ViewScoped
public class ProductsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private AffinityService affinity;

    private String q;
    private AffinityRunView run;
    private final LazyTable<ProductBaskets> rows = LazyTable.of(
            request -> affinity.products(q, request), row -> row.product().code());

    public void load() {
        run = affinity.overview().current();
    }

    public double share(ProductBaskets row) {
        return (double) row.baskets() / run.baskets();
    }

    /** Null before the first search. */
    public AffinityRunView getRun() {
        return run;
    }

    public LazyTable<ProductBaskets> getRows() {
        return rows;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }
}

package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.purchase.PurchaseOfCustomer;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.AffinityRuleView;
import org.vinculo.crm.value.AffinityService;
import org.vinculo.crm.value.ProductName;

/** One rule with the purchases behind it. */
@Named
@ViewScoped
public class RuleBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private AffinityService affinity;

    @EJB
    private PurchaseService purchases;

    @Inject
    private Viewer viewer;

    private String id;
    private AffinityRuleView rule;
    private int baskets;
    private final LazyTable<PurchaseOfCustomer> rows =
            LazyTable.of(request -> purchases.withProducts(products(), request), row -> row.purchase()
                    .publicId());

    public void load() {
        rule = affinity.rule(id);
        baskets = affinity.overview().current().baskets();
    }

    private List<String> products() {
        List<String> products = new ArrayList<>();
        products.add(rule.recommended().code());
        rule.items().stream().map(ProductName::code).forEach(products::add);
        return products;
    }

    /** The rule in a sentence. */
    public String getReason() {
        return Texts.text(
                viewer.getLocale(),
                "affinity.rule.reason",
                rule.together(),
                rule.itemsCount(),
                rule.left(),
                rule.recommended().shown(),
                viewer.getFormat().number(rule.lift(), 2));
    }

    public AffinityRuleView getRule() {
        return rule;
    }

    public int getBaskets() {
        return baskets;
    }

    public LazyTable<PurchaseOfCustomer> getRows() {
        return rows;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}

package org.vinculo.crm.portal.purchases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vinculo.crm.purchase.portal.MyFigures;
import org.vinculo.crm.purchase.portal.MyPurchase;
import org.vinculo.crm.purchase.portal.MyPurchases;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What the customer bought and gave back, newest first, a page at a time. */
@Named
@RequestScoped
public class PurchasesBacking {

    private static final int SIZE = 20;

    @Inject
    MyPurchases purchases;

    @Inject
    @ManagedProperty("#{param.page}")
    String wanted;

    private Page<MyPurchase> page;
    private MyFigures figures;
    private int number;

    @PostConstruct
    void load() {
        number = wanted != null && wanted.matches("[1-9]\\d{0,4}") ? Integer.parseInt(wanted) : 1;
        page = purchases.list(PageRequest.of((number - 1) * SIZE, SIZE));
        figures = purchases.figures();
    }

    /** The purchases of this page by the year in which they were made. */
    public Map<String, List<MyPurchase>> getYears() {
        return page.items().stream()
                .collect(Collectors.groupingBy(
                        purchase -> String.valueOf(purchase.on().getYear()), LinkedHashMap::new, Collectors.toList()));
    }

    public MyFigures getFigures() {
        return figures;
    }

    public int getNumber() {
        return number;
    }

    public long getPages() {
        return Math.max(1, (page.total() + SIZE - 1) / SIZE);
    }

    public boolean isPageBlank() {
        return page.items().isEmpty();
    }
}

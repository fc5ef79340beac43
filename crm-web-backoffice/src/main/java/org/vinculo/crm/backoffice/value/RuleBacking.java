package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vinculo.crm.purchase.PurchaseOfCustomer;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.AffinityRuleView;
import org.vinculo.crm.value.AffinityRunView;
import org.vinculo.crm.value.AffinityService;
import org.vinculo.crm.value.ProductBaskets;
import org.vinculo.crm.value.ProductName;

/** One rule with the purchases behind each of its counts. */
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
    private String of;
    private AffinityRunView run;
    private List<ProductBaskets> counted;
    private final LazyTable<PurchaseOfCustomer> rows =
            LazyTable.of(request -> purchases.baskets(products(), run.newestLine(), request), row -> row.purchase()
                    .publicId());

    /** Which baskets of a rule. */
    public enum Part {
        TOGETHER,
        LEFT,
        RIGHT,
        ALL
    }

    public void load() {
        rule = affinity.rule(id);
        run = affinity.overview().current();
        counted = affinity.products(Stream.concat(rule.items().stream(), Stream.of(rule.recommended()))
                .map(ProductName::code)
                .toList());
    }

    private List<String> products() {
        List<String> left = rule.items().stream().map(ProductName::code).toList();
        return switch (getShown()) {
            case LEFT -> left;
            case RIGHT -> List.of(rule.recommended().code());
            case ALL -> List.of();
            case TOGETHER ->
                Stream.concat(Stream.of(rule.recommended().code()), left.stream())
                        .toList();
        };
    }

    public Part[] getParts() {
        return Part.values();
    }

    /** What the table shows; what is no part of a rule in the address counts as not given. */
    public Part getShown() {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equals(of))
                .findFirst()
                .orElse(Part.TOGETHER);
    }

    public String link(Part part) {
        return "rule?id=" + id + "&of=" + part + "#list";
    }

    public int count(Part part) {
        return switch (part) {
            case TOGETHER -> rule.together();
            case LEFT -> rule.itemsCount();
            case RIGHT -> rule.recommendedCount();
            case ALL -> run.baskets();
        };
    }

    /** Of which sales the table is, in words. */
    public String words(Part part) {
        return Texts.text(
                viewer.getLocale(),
                "affinity.rule.of." + part,
                rule.left(),
                rule.recommended().shown());
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

    /** The products of both sides, each with the sales that it is in. */
    public List<ProductBaskets> getCounted() {
        return counted;
    }

    public AffinityRuleView getRule() {
        return rule;
    }

    public int getBaskets() {
        return run.baskets();
    }

    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
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

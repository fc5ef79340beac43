package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.value.ProductBaskets;
import org.vinculo.crm.value.ProductName;

/** A product as it was called when rules were found. */
@Entity
@Table(name = "affinity_item")
public class AffinityItem extends BaseEntity {

    private static final int FOLDED = 420;

    @Column(name = "run_id", nullable = false, updatable = false)
    private Long runId;

    @Column(name = "product", nullable = false, updatable = false, length = 200)
    private String product;

    @Column(name = "name", updatable = false, length = 200)
    private String name;

    @Column(name = "folded", nullable = false, updatable = false, length = FOLDED)
    private String folded;

    @Column(name = "basket_count", nullable = false, updatable = false)
    private int baskets;

    protected AffinityItem() {}

    public AffinityItem(long runId, String product, String name, int baskets) {
        this.runId = runId;
        this.product = product;
        this.name = name;
        String words = " " + Normal.fold(product) + " " + Normal.fold(name);
        this.folded = words.substring(0, Math.min(FOLDED, words.length()));
        this.baskets = baskets;
    }

    /** Whether each word begins one of the code or the name. */
    public boolean hasWords(Collection<String> words) {
        return words.stream().allMatch(word -> folded.contains(" " + word));
    }

    public ProductName view() {
        return new ProductName(product, name);
    }

    public ProductBaskets counted() {
        return new ProductBaskets(view(), baskets);
    }
}

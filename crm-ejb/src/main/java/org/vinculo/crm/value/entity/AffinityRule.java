package org.vinculo.crm.value.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.internal.affinity.Rule;

/** Who has these also has that, as it was found. */
@Entity
@Table(name = "affinity_rule")
public class AffinityRule extends PublicEntity {

    @Column(name = "run_id", nullable = false, updatable = false)
    private Long runId;

    @Column(name = "items", nullable = false, updatable = false, length = 3000)
    private String items;

    @Column(name = "item_count", nullable = false, updatable = false)
    private int size;

    @Column(name = "recommended", nullable = false, updatable = false, length = 200)
    private String recommended;

    @Column(name = "together_count", nullable = false, updatable = false)
    private int together;

    @Column(name = "items_count", nullable = false, updatable = false)
    private int itemsCount;

    @Column(name = "recommended_count", nullable = false, updatable = false)
    private int recommendedCount;

    @Column(name = "confidence", nullable = false, updatable = false)
    private double confidence;

    @Column(name = "lift", nullable = false, updatable = false)
    private double lift;

    @OneToMany(mappedBy = "rule", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    private List<AffinityRuleItem> left = new ArrayList<>();

    protected AffinityRule() {}

    public AffinityRule(long runId, Rule rule) {
        this.runId = runId;
        this.items = String.join("\n", rule.items());
        this.size = rule.items().size();
        this.recommended = rule.recommended();
        this.together = rule.count();
        this.itemsCount = rule.itemsCount();
        this.recommendedCount = rule.recommendedCount();
        this.confidence = rule.confidence();
        this.lift = rule.lift();
        rule.items().forEach(item -> left.add(new AffinityRuleItem(this, runId, item)));
    }

    /** @param baskets of the run */
    public Rule rule(int baskets) {
        return new Rule(items(), recommended, together, itemsCount, recommendedCount, baskets);
    }

    public List<String> items() {
        return split(items);
    }

    /** @param items as they are stored */
    public static List<String> split(String items) {
        return List.of(items.split("\n", -1));
    }

    public Long getRunId() {
        return runId;
    }

    public String getRecommended() {
        return recommended;
    }
}

package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.vinculo.crm.shared.BaseEntity;

/** A product on the left side of a rule. */
@Entity
@Table(name = "affinity_rule_item")
public class AffinityRuleItem extends BaseEntity {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "rule_id", nullable = false, updatable = false)
    private AffinityRule rule;

    @Column(name = "run_id", nullable = false, updatable = false)
    private Long runId;

    @Column(name = "product", nullable = false, updatable = false, length = 200)
    private String product;

    protected AffinityRuleItem() {}

    AffinityRuleItem(AffinityRule rule, long runId, String product) {
        this.rule = rule;
        this.runId = runId;
        this.product = product;
    }

    public AffinityRule getRule() {
        return rule;
    }
}

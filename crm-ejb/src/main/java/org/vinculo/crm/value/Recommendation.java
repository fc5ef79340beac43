package org.vinculo.crm.value;

import java.io.Serializable;

/** Something to offer, and the rule that speaks for it. */
public record Recommendation(ProductName product, AffinityRuleView reason) implements Serializable {}

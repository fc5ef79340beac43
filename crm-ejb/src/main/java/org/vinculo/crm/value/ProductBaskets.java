package org.vinculo.crm.value;

import java.io.Serializable;

/**
 * A product that the search for rules looked at.
 *
 * @param baskets with it
 */
public record ProductBaskets(ProductName product, int baskets) implements Serializable {}

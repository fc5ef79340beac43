/**
 * What is bought together: association rules (Agrawal, Imielinski and Swami 1993), exact, by intersecting the sets of baskets
 * of each item (Eclat, Zaki, Scalable Algorithms for Association Mining, 2000).
 *
 * <p>{@link org.vinculo.crm.value.internal.affinity.Baskets} takes one basket after the other; memory is one bit per basket
 * for each frequent item, or four bytes per occurrence where that is less.
 */
package org.vinculo.crm.value.internal.affinity;

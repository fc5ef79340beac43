/**
 * Recency, frequency and monetary value (Hughes, Strategic Database Marketing, 1994), scored by one of three definitions.
 *
 * <p>Two passes: {@link org.vinculo.crm.value.internal.rfm.RfmScale#of} needs the figures of all customers once to find the
 * cut points; scoring a customer afterwards needs nothing but the scale.
 */
package org.vinculo.crm.value.internal.rfm;

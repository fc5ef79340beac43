/**
 * How likely somebody is to leave, to convert or to say yes, and because of what: logistic regression with a ridge (Hoerl and
 * Kennard 1970; le Cessie and van Houwelingen 1992), fitted by iteratively reweighted least squares.
 *
 * <p>An {@link org.vinculo.crm.value.internal.risk.Observation} names its features; what is a number, a category or missing is
 * learned by {@link org.vinculo.crm.value.internal.risk.FeatureSpace}. Every probability can be taken apart into the
 * contribution of each feature.
 */
package org.vinculo.crm.value.internal.risk;

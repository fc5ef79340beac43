package org.vinculo.crm.value;

import java.io.Serializable;

/**
 * What could be done for a customer below zero.
 *
 * @param callsMoved share of the calls that go to the portal, 0 to 1
 * @param monthlyFee of a plan, in the currency of the figures, 0 or more
 * @param smallestOrder below which no order is taken, 0 for none
 * @param accepted share of smaller orders that grow to the smallest one, 0 to 1; the others are lost
 */
public record PathPlan(double callsMoved, double monthlyFee, double smallestOrder, double accepted)
        implements Serializable {}

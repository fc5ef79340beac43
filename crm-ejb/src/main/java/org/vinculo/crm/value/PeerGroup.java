package org.vinculo.crm.value;

import java.io.Serializable;

/**
 * Customers who are compared with each other.
 *
 * @param kind PERSON or ORGANISATION
 * @param country code, null where it is not known
 * @param customers how many there are
 * @param best lifetime value that one in ten of them reaches
 */
public record PeerGroup(String kind, String country, long customers, double best) implements Serializable {}

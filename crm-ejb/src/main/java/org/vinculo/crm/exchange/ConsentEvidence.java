package org.vinculo.crm.exchange;

import java.io.Serializable;

/**
 * What makes a consent column believable.
 *
 * @param source how the consents were given, for example "paper forms of the shop in Porto"; never blank
 * @param date pattern-free ISO date for all rows, or null when a column of the file has it
 */
public record ConsentEvidence(String source, String date) implements Serializable {}

package org.vinculo.crm.exchange;

import java.io.Serializable;
import org.vinculo.crm.party.Phrase;

/**
 * A column that an export can have.
 *
 * @param id name in the address, in the API and in the first line of a CSV file
 * @param usual whether it is there when nobody chooses
 */
public record ExportColumn(String id, Phrase title, boolean usual) implements Serializable {}

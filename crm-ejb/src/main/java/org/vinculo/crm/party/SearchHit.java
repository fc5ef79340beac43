package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * Something that was found.
 *
 * @param title what it is called
 * @param note what tells it from others of the same name, or null
 * @param outcome page that shows it, such as {@code /customers/view}
 * @param publicId its id in the address of that page
 */
public record SearchHit(Phrase title, Phrase note, String outcome, String publicId) implements Serializable {}

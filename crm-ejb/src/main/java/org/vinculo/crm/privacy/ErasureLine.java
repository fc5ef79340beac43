package org.vinculo.crm.privacy;

import java.io.Serializable;
import org.vinculo.crm.shared.PersonalFate;
import org.vinculo.crm.shared.PersonalGround;

/**
 * What becomes of one kind of data when a customer is forgotten.
 *
 * @param code its text is {@code privacy.data.<code>}
 * @param count how many there are
 * @param ground why it stays; null when it goes
 */
public record ErasureLine(String code, long count, PersonalFate fate, PersonalGround ground) implements Serializable {}

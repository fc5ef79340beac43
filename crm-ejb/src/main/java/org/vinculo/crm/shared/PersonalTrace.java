package org.vinculo.crm.shared;

import java.io.Serializable;

/**
 * Something about a customer that is no row of a {@link PersonalTable}.
 *
 * @param code what it is; its text is {@code privacy.data.<code>}
 * @param count how many there are
 */
public record PersonalTrace(String code, long count) implements Serializable {}

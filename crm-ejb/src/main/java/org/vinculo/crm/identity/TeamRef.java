package org.vinculo.crm.identity;

import java.io.Serializable;

/**
 * A team as other rooms know one.
 *
 * @param id internal id, for foreign keys
 */
public record TeamRef(long id, String publicId, String name) implements Serializable {}

package org.vinculo.crm.identity;

import java.io.Serializable;

/**
 * A member of staff as other rooms know one.
 *
 * @param id internal id, for foreign keys
 * @param teamId team, or null
 */
public record StaffRef(long id, String publicId, String name, Long teamId, String teamName) implements Serializable {}

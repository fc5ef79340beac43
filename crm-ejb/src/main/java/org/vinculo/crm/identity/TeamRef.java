package org.vinculo.crm.identity;

import java.io.Serializable;

/** A team by its name. */
public record TeamRef(Long id, String publicId, String name) implements Serializable {}

package org.vinculo.crm.party;

import java.io.Serializable;

/** A customer that was left as it is, and the key of the reason. */
public record BulkRefusal(String publicId, String name, String reason) implements Serializable {}

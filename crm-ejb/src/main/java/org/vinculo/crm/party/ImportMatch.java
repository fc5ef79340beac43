package org.vinculo.crm.party;

/**
 * A customer that is here already.
 *
 * @param deleted whether it was deleted; saving it brings it back
 * @param by strongest key by which it was found
 */
public record ImportMatch(long id, String publicId, String externalId, boolean deleted, DuplicateReason by) {}

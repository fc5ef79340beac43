package org.vinculo.crm.party;

import java.time.Instant;

/**
 * Somebody opened the link that was sent to an e-mail address of a customer and confirmed the address. Fired inside the
 * transaction that holds it for proved.
 *
 * @param askedAt when the link was sent
 * @param at when it was used
 */
public record AddressConfirmed(long customerId, String address, Instant askedAt, Instant at) {}

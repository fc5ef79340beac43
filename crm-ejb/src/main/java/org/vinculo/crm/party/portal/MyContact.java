package org.vinculo.crm.party.portal;

import java.io.Serializable;

/** The member of staff who looks after the customer. */
public record MyContact(String name, String email) implements Serializable {}

package org.vinculo.crm.value;

import java.io.Serializable;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.shared.Money;

/** A conversation and what it took. */
public record PricedContact(InteractionView contact, Money cost) implements Serializable {}

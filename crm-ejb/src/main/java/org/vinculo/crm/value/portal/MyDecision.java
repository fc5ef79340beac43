package org.vinculo.crm.value.portal;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A decision that the computer took about the customer.
 *
 * @param title what was decided, in the customer's language
 * @param reason why, with the figures that decided
 * @param since since when it holds
 * @param byPerson whether a person decided instead
 */
public record MyDecision(String title, String reason, LocalDate since, boolean byPerson) implements Serializable {}

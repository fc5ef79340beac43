package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Instant;

/**
 * A customer whose last message has no answer yet.
 *
 * @param customer public id
 */
public record WaitingThread(String customer, String name, Instant since) implements Serializable {}

package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.Instant;

/**
 * The secret address of somebody's calendar; the address itself is only told when it is made.
 *
 * @param readAt when a program read it last, or null
 */
public record FeedView(Instant madeAt, Instant readAt) implements Serializable {}

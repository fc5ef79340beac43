package org.vinculo.crm.exchange.internal.run;

import java.time.Instant;
import java.time.LocalDate;

/**
 * On whose behalf and how an import writes.
 *
 * @param trial whether it only counts
 * @param by who asked for it
 * @param teamId team that looks after new customers, or null
 * @param today day against which dates are judged
 */
public record Assignment(boolean trial, String by, Long teamId, Instant now, LocalDate today) {}

package org.vinculo.crm.value;

import java.time.LocalDate;

/**
 * All figures were made again; fired in the transaction of the last step.
 *
 * @param asOf day of the figures
 */
public record RefreshFinished(String runId, LocalDate asOf) {}

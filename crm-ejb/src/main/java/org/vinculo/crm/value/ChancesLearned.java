package org.vinculo.crm.value;

import java.time.LocalDate;

/**
 * Every customer has a new chance to leave; fired in the transaction of the last step.
 *
 * @param asOf day of the chances
 */
public record ChancesLearned(String runId, LocalDate asOf) {}

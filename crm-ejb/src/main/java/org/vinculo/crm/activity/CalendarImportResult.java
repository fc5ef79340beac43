package org.vinculo.crm.activity;

import java.io.Serializable;

/**
 * What became of a calendar file.
 *
 * @param created appointments that were not there
 * @param changed appointments that were there by their number
 * @param left events that were left out, because they cannot be kept as they are
 */
public record CalendarImportResult(int created, int changed, int left) implements Serializable {}

package org.vinculo.crm.exchange;

import java.io.Serializable;
import org.vinculo.crm.shared.FieldError;

/**
 * What is to be told about one row.
 *
 * @param fault whether the row was left out as faulty; otherwise it is told for information
 */
public record ImportNoteView(long line, boolean fault, FieldError problem) implements Serializable {}

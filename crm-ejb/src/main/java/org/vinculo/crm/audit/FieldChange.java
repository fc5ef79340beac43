package org.vinculo.crm.audit;

import java.io.Serializable;

/**
 * One field before and after.
 *
 * @param field attribute name
 * @param before text of the value before, null when it was empty
 * @param after text of the value after, null when it is empty
 */
public record FieldChange(String field, String before, String after) implements Serializable {}

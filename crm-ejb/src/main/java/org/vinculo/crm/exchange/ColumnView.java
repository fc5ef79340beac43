package org.vinculo.crm.exchange;

import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.shared.FieldError;

/**
 * A column of an uploaded file as the matching page shows it.
 *
 * @param position 1-based
 * @param name name in the header, empty without one
 * @param firstValue first value that is not empty, shortened
 * @param filledPercent share of the rows that have a value
 * @param field the field of ours that it fills, or null
 * @param target name of the field that it fills, whoever made that, or null
 * @param remembered whether an earlier import of such a file matched it
 * @param found what was noticed: codes with arguments
 * @param warnings what needs a decision
 */
public record ColumnView(
        int position,
        String name,
        String firstValue,
        int filledPercent,
        ImportField field,
        String target,
        boolean remembered,
        List<FieldError> found,
        List<FieldError> warnings)
        implements Serializable {}

package org.vinculo.crm.exchange.internal.file;

import java.util.List;
import org.vinculo.crm.shared.FieldError;

/**
 * One record of a file, as it came.
 *
 * @param line physical line, or row of the sheet, on which it starts
 * @param cells the values, not trimmed
 * @param fault why it could not be split, or null
 */
public record SourceRow(long line, List<String> cells, FieldError fault) {

    public static SourceRow of(long line, List<String> cells) {
        return new SourceRow(line, cells, null);
    }

    public static SourceRow broken(long line, String text, String code) {
        return new SourceRow(line, List.of(text), FieldError.of("", code));
    }

    /** The value of a zero-based column, never null. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return fault == null && cells.stream().allMatch(String::isBlank);
    }
}

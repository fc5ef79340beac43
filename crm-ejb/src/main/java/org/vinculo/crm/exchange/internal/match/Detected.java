package org.vinculo.crm.exchange.internal.match;

import java.util.List;
import org.vinculo.crm.exchange.ColumnView;
import org.vinculo.crm.shared.FieldError;

/**
 * What was found out about a file.
 *
 * @param plan the plan as far as it goes, with a profile in which everything is decided
 * @param scan what the file holds
 * @param columns the columns with what was noticed
 * @param problems why the import cannot start yet
 * @param signature the same for files of the same origin
 */
public record Detected(
        ImportPlan plan, FileScan scan, List<ColumnView> columns, List<FieldError> problems, String signature) {

    /** Records that are data. */
    public long rows() {
        return plan.header() ? scan.rows() : scan.rows() + (scan.firstRow().isEmpty() ? 0 : 1);
    }
}

package org.vinculo.crm.exchange.internal.row;

import java.util.List;
import org.vinculo.crm.shared.FieldError;

/**
 * A record of the file, understood or not.
 *
 * @param line where it stands in the file
 * @param row what it says; null when there are faults
 * @param faults everything that is wrong with it
 */
public record Parsed<T>(long line, T row, List<FieldError> faults) {

    public boolean isFaulty() {
        return row == null;
    }
}

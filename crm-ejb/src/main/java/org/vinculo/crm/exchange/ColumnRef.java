package org.vinculo.crm.exchange;

import java.io.Serializable;

/**
 * A column of a file, by its name in the header or by its position.
 *
 * @param name name in the header, or null
 * @param position 1-based, or 0 when the name counts
 */
public record ColumnRef(String name, int position) implements Serializable {

    public static ColumnRef named(String name) {
        return new ColumnRef(name, 0);
    }

    public static ColumnRef at(int position) {
        return new ColumnRef(null, position);
    }
}

package org.vinculo.crm.backoffice.imports;

import java.io.Serializable;
import org.vinculo.crm.exchange.ColumnRef;
import org.vinculo.crm.exchange.ColumnView;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.OverwritePolicy;

/** What a person chose for one column of a file. */
public class ColumnChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ColumnView column;
    private String field;
    private OverwritePolicy policy;

    ColumnChoice(ColumnView column, ImportProfile profile) {
        this.column = column;
        this.field = column.target();
        this.policy = field == null ? null : profile.overwrite().get(field);
    }

    ColumnRef ref() {
        return column.name().isEmpty() ? ColumnRef.at(column.position()) : ColumnRef.named(column.name());
    }

    public ColumnView getColumn() {
        return column;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public OverwritePolicy getPolicy() {
        return policy;
    }

    public void setPolicy(OverwritePolicy policy) {
        this.policy = policy;
    }
}

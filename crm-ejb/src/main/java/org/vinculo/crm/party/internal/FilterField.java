package org.vinculo.crm.party.internal;

import java.util.List;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;

/** A filter of another room as something that conditions can test. */
record FilterField(CustomerFilter filter) implements ConditionField {

    @Override
    public String name() {
        return filter.name();
    }

    @Override
    public Phrase title() {
        return filter.title();
    }

    @Override
    public Type type() {
        return Type.FIXED_CHOICE;
    }

    @Override
    public List<Value> values() {
        return filter.values().stream()
                .map(value -> new Value(value, filter.text(value)))
                .toList();
    }

    @Override
    public boolean permitted() {
        return filter.permitted();
    }

    @Override
    public String sql() {
        return "";
    }

    @Override
    public String column() {
        return "";
    }

    @Override
    public Object parameter(String value) {
        return filter.accepts(value) ? value : null;
    }
}

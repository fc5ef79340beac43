package org.vinculo.crm.party.internal;

import java.util.List;
import java.util.function.Function;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.Phrase;

/** Something known of customers in a column of theirs or of a table beside. */
record PlainField(
        String name,
        Phrase title,
        ConditionField.Type type,
        String sql,
        String column,
        List<ConditionField.Value> values,
        Function<String, Object> reader)
        implements ConditionField {

    @Override
    public boolean permitted() {
        return true;
    }

    @Override
    public Object parameter(String value) {
        return reader.apply(value);
    }
}

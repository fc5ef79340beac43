package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/** Something that can be tested, as it is offered to people. */
public record ConditionTitle(String name, Phrase title, ConditionField.Type type, List<ConditionField.Value> values)
        implements Serializable {

    public ConditionTitle {
        values = List.copyOf(values);
    }
}

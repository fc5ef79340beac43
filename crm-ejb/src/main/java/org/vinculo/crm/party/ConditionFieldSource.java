package org.vinculo.crm.party;

import java.util.List;

/** A room that knows things of customers which conditions can test. */
public interface ConditionFieldSource {
    List<ConditionField> fields();
}

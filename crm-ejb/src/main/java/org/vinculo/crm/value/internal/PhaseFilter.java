package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.Phase;

/** The list of customers by phase of the relationship. */
@ApplicationScoped
public class PhaseFilter extends ChoiceFilter {

    public PhaseFilter() {
        super("phase", 20, Phase.values());
    }

    @Override
    public SqlText condition(String value) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id and cv.phase = ")
                .value(value)
                .sqlPart(")");
    }
}

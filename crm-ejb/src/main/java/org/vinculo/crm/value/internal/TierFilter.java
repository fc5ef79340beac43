package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.Tier;

/** The list of customers by tier. */
@ApplicationScoped
public class TierFilter extends ChoiceFilter {

    public TierFilter() {
        super("tier", 10, Tier.values());
    }

    @Override
    public SqlText condition(String value) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id and cv.tier = ")
                .value(value)
                .sqlPart(")");
    }
}

package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.Tier;

/** The list of customers by tier. */
@ApplicationScoped
public class TierFilter implements CustomerFilter {

    @Inject
    CurrentCaller caller;

    @Override
    public String name() {
        return "tier";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Phrase title() {
        return Phrase.of("value.filter.tier");
    }

    @Override
    public List<String> values() {
        return Arrays.stream(Tier.values()).map(Enum::name).toList();
    }

    @Override
    public Phrase text(String value) {
        return Phrase.of("value.tier." + value);
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.VALUE_VIEW);
    }

    @Override
    public SqlText condition(String value) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id and cv.tier = ")
                .value(value)
                .sqlPart(")");
    }
}

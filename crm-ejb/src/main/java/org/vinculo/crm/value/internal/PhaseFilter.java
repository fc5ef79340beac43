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
import org.vinculo.crm.value.Phase;

/** The list of customers by phase of the relationship. */
@ApplicationScoped
public class PhaseFilter implements CustomerFilter {

    @Inject
    CurrentCaller caller;

    @Override
    public String name() {
        return "phase";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Phrase title() {
        return Phrase.of("value.filter.phase");
    }

    @Override
    public List<String> values() {
        return Arrays.stream(Phase.values()).map(Enum::name).toList();
    }

    @Override
    public Phrase text(String value) {
        return Phrase.of("value.phase." + value);
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.VALUE_VIEW);
    }

    @Override
    public SqlText condition(String value) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id and cv.phase = ")
                .value(value)
                .sqlPart(")");
    }
}

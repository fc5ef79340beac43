package org.vinculo.crm.value.internal;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;

/** The list of customers by one of the names that the refresh gives each: their tier, their phase. */
abstract class ChoiceFilter implements CustomerFilter {

    @Inject
    CurrentCaller caller;

    private final String name;
    private final int order;
    private final List<String> values;

    ChoiceFilter(String name, int order, Enum<?>[] values) {
        this.name = name;
        this.order = order;
        this.values = Arrays.stream(values).map(Enum::name).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Phrase title() {
        return Phrase.of("value.filter." + name);
    }

    @Override
    public List<String> values() {
        return values;
    }

    @Override
    public Phrase text(String value) {
        return Phrase.of("value." + name + "." + value);
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.VALUE_VIEW);
    }
}

package org.vinculo.crm.party;

import java.util.List;

/**
 * A filter that nobody picks from a list: its customers are opened from where they were counted or ticked, and its values
 * are too many to be offered.
 */
public abstract class OpenedFilter implements CustomerFilter {

    private final String name;
    private final int order;
    private final Phrase title;

    protected OpenedFilter(String name, int order, Phrase title) {
        this.name = name;
        this.order = order;
        this.title = title;
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
        return title;
    }

    @Override
    public List<String> values() {
        return List.of();
    }

    /** Unlike where values are offered, each filter knows its own. */
    @Override
    public abstract boolean accepts(String value);

    @Override
    public boolean permitted() {
        return true;
    }
}

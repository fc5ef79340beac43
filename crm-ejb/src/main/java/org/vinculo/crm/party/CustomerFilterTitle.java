package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/** A filter that the list of customers offers. */
public record CustomerFilterTitle(String name, Phrase title, List<Value> values) implements Serializable {

    public CustomerFilterTitle {
        values = List.copyOf(values);
    }

    /** A value of the filter and its words. */
    public record Value(String code, Phrase text) implements Serializable {}
}

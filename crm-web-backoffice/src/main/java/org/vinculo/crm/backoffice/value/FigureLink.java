package org.vinculo.crm.backoffice.value;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The address of the customers behind a figure of the whole base. */
final class FigureLink {

    private FigureLink() {}

    /** @param of what the figure is of, in the order of its name */
    static String to(String name, Object... of) {
        return Arrays.stream(of)
                .map(String::valueOf)
                .collect(Collectors.joining(".", "../customers/list?figure=" + name + ".", ""));
    }
}

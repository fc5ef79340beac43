package org.vinculo.crm.operations.internal.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the tables of two databases. */
final class Tables {

    private Tables() {}

    static void requireAlike(List<Table> from, List<Table> to) throws Refused {
        Map<String, Table> targets = to.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        Set<String> sources = from.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
        if (!sources.equals(targets.keySet())) {
            Set<String> different = new TreeSet<>(sources);
            different.removeAll(targets.keySet());
            Set<String> more = new TreeSet<>(targets.keySet());
            more.removeAll(sources);
            throw new Refused("the databases have different tables: " + different + " and " + more + ".");
        }
        for (Table table : from) {
            if (!table.columns().equals(targets.get(table.name()).columns())) {
                throw new Refused("table " + table.name() + " has other columns in the target.");
            }
        }
    }
}

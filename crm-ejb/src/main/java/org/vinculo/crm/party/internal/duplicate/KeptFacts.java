package org.vinculo.crm.party.internal.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.party.internal.match.MatchFacts;

/**
 * The facts of the customers that one search met last: it meets the same customers from many sides. They may be of an
 * older version than the customer is by now, and say of which. Not for several threads.
 */
final class KeptFacts {

    /** Memory of which the facts of one customer may take their part: a tenth of it in the worst case. */
    private static final long MEMORY_FOR_ONE = 16_384;

    private final Map<Long, MatchFacts> kept;

    KeptFacts() {
        this(Runtime.getRuntime().maxMemory() / MEMORY_FOR_ONE);
    }

    KeptFacts(long most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, MatchFacts> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * By id; customers who are deleted are left out.
     *
     * @param versions those of the customers of whom no older facts will do
     */
    Map<Long, MatchFacts> of(Collection<Long> ids, Map<Long, Long> versions, FactsReader reader) {
        Map<Long, MatchFacts> found = new HashMap<>();
        List<Long> missing = new ArrayList<>();
        for (Long id : ids) {
            MatchFacts facts = kept.get(id);
            if (facts == null || facts.version() != versions.getOrDefault(id, facts.version())) {
                missing.add(id);
            } else {
                found.put(id, facts);
            }
        }
        Map<Long, MatchFacts> read = reader.read(missing);
        kept.putAll(read);
        found.putAll(read);
        return found;
    }
}

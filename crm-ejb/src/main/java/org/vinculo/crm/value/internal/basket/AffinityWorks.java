package org.vinculo.crm.value.internal.basket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** The searches that this server is at, between two steps. */
@ApplicationScoped
public class AffinityWorks {

    private record Place(AffinityWork work, String checkpoint) {}

    private final Map<String, Place> open = new HashMap<>();

    /** The work of a run if it stands exactly at the checkpoint; a step that was rolled back left it elsewhere. */
    synchronized AffinityWork take(String runId, String checkpoint) {
        Place place = open.remove(runId);
        return place != null && place.checkpoint().equals(checkpoint) ? place.work() : null;
    }

    synchronized void keep(String runId, AffinityWork work, String checkpoint) {
        open.put(runId, new Place(work, checkpoint));
    }

    synchronized void forget(String runId) {
        open.remove(runId);
    }
}

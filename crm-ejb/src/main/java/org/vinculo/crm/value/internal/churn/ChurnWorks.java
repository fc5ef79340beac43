package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.value.internal.risk.Observation;

/** What the fits of this server have read, between two steps. Whoever lost it reads again. */
@ApplicationScoped
public class ChurnWorks {

    /** The customers as they looked, and whether they left. */
    static final class Lesson {

        final List<Long> customers = new ArrayList<>();
        final List<Observation> rows = new ArrayList<>();
        final List<Boolean> left = new ArrayList<>();
    }

    private record Place(Lesson lesson, String checkpoint) {}

    private final Map<String, Place> open = new HashMap<>();

    /** The lesson of a run if it stands exactly at the checkpoint; a step that was rolled back left it elsewhere. */
    synchronized Lesson take(String runId, String checkpoint) {
        Place place = open.remove(runId);
        return place != null && place.checkpoint().equals(checkpoint) ? place.lesson() : null;
    }

    synchronized void keep(String runId, Lesson lesson, String checkpoint) {
        open.put(runId, new Place(lesson, checkpoint));
    }

    synchronized void forget(String runId) {
        open.remove(runId);
    }
}

package org.vinculo.crm.exchange.internal.run;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The files that this server is importing, open between two chunks. Whoever has none opens the file again. */
@ApplicationScoped
public class RunStates {

    private static final Logger LOG = Logger.getLogger(RunStates.class.getName());

    private final Map<String, RunState> open = new HashMap<>();

    /** The open file of an import if it stands exactly behind the given row; one that stands elsewhere is closed. */
    public synchronized RunState take(String importId, long row) {
        RunState state = open.remove(importId);
        if (state != null && state.rows() != row) {
            close(state);
            return null;
        }
        return state;
    }

    public synchronized void keep(String importId, RunState state) {
        RunState before = open.put(importId, state);
        if (before != null && before != state) {
            close(before);
        }
    }

    public synchronized void forget(String importId) {
        RunState state = open.remove(importId);
        if (state != null) {
            close(state);
        }
    }

    @PreDestroy
    public synchronized void closeAll() {
        new ArrayList<>(open.keySet()).forEach(this::forget);
    }

    public static void close(RunState state) {
        try {
            state.close();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "an import file could not be closed", failure);
        }
    }
}

package org.vinculo.crm.shared;

import org.eclipse.persistence.queries.ModifyQuery;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Whatever is written through entities or queries ends what the page has read until then (see {@link ReadOnce}). */
public final class ForgetWritten extends SessionEventAdapter {

    @Override
    public void preExecuteQuery(SessionEvent event) {
        if (event.getQuery() instanceof ModifyQuery) {
            ReadOnce.forget();
        }
    }
}

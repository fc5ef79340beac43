package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.value.internal.Runs;

/** Has all figures made again on behalf of another room, inside its transaction; nobody's permission is asked. */
@ApplicationScoped
public class ValueRefresh {

    @Inject
    Runs runs;

    /**
     * Orders a refresh that starts once the present transaction is through.
     *
     * @param by who asked for it, to be shown
     * @return public id of the job
     */
    public String order(String by) {
        return runs.order(RefreshOrder.USUAL, by);
    }
}

package org.vinculo.crm.activity.portal;

import java.io.Serializable;
import java.time.LocalDate;
import org.vinculo.crm.activity.PromiseState;
import org.vinculo.crm.activity.PromiseView;

/**
 * A promise as the customer to whom it was given sees it.
 *
 * @param by who keeps it
 * @param reason why it was withdrawn, or null
 */
public record MyPromise(
        String publicId,
        String what,
        LocalDate dueOn,
        String by,
        PromiseState state,
        LocalDate settledOn,
        String reason,
        boolean overdue,
        boolean late,
        LocalDate madeOn)
        implements Serializable {

    static MyPromise of(PromiseView view, LocalDate madeOn) {
        return new MyPromise(
                view.publicId(),
                view.what(),
                view.dueOn(),
                view.owner(),
                view.state(),
                view.settledOn(),
                view.reason(),
                view.overdue(),
                view.late(),
                madeOn);
    }

    public boolean open() {
        return state == PromiseState.OPEN;
    }

    public String word() {
        return overdue ? "OVERDUE" : late ? "LATE" : state.name();
    }
}

package org.vinculo.crm.ui;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.ViewExpiredException;
import java.util.Optional;
import org.primefaces.csp.CspException;
import org.vinculo.crm.shared.BusinessException;
import org.vinculo.crm.shared.DatabaseRefusal;
import org.vinculo.crm.shared.NotFound;

/** What a throwable means to the person who waits for the page. */
enum Failure {
    /** A fact of the business; belongs next to the form. */
    BUSINESS,
    /** The page was open too long or came from somewhere else; a fresh one is needed. */
    EXPIRED,
    /** Not there, or not for this person; both look the same. */
    HIDDEN,
    /** The database is away or overloaded; nothing was done, and later it can be. */
    AWAY,
    /** A fault of ours. */
    FAULT;

    static Failure of(Throwable thrown, boolean rendering) {
        if (find(thrown, ViewExpiredException.class).isPresent()
                || find(thrown, CspException.class).isPresent()) {
            return EXPIRED;
        }
        if (find(thrown, EJBAccessException.class).isPresent()
                || find(thrown, AccessLocalException.class).isPresent()) {
            return HIDDEN;
        }
        Optional<BusinessException> fact = find(thrown, BusinessException.class);
        if (fact.isEmpty()) {
            return DatabaseRefusal.passes(thrown) ? AWAY : FAULT;
        }
        return fact.get() instanceof NotFound || rendering ? HIDDEN : BUSINESS;
    }

    /** The nearest cause of a kind. */
    static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}

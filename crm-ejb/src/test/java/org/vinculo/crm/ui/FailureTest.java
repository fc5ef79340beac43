package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.primefaces.csp.CspException;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.TooManyRequests;

class FailureTest {

    @Test
    void factsBelongToTheForm() {
        assertThat(Failure.of(new FacesException(InvalidInput.field("email", "email")), false))
                .isEqualTo(Failure.BUSINESS);
        assertThat(Failure.of(new EJBException(new ConcurrentChange()), false)).isEqualTo(Failure.BUSINESS);
    }

    @Test
    void whatMayNotBeSeenIsNotThere() {
        assertThat(Failure.of(new NotFound(), false)).isEqualTo(Failure.HIDDEN);
        assertThat(Failure.of(new NotAllowed(), true)).isEqualTo(Failure.HIDDEN);
        assertThat(Failure.of(new FacesException(new EJBAccessException()), false))
                .isEqualTo(Failure.HIDDEN);
    }

    @Test
    void oldPagesAreOpenedAgain() {
        assertThat(Failure.of(new ViewExpiredException("/customers/edit.xhtml"), false))
                .isEqualTo(Failure.EXPIRED);
        assertThat(Failure.of(new FacesException(new CspException("number of another page")), false))
                .as("a form without the number of its page")
                .isEqualTo(Failure.EXPIRED);
    }

    @Test
    void everythingElseIsOurFault() {
        assertThat(Failure.of(new IllegalStateException(), false)).isEqualTo(Failure.FAULT);
    }

    @Test
    void aDatabaseThatIsAwayIsNotAFaultOfTheRequest() {
        assertThat(Failure.of(new EJBException(new PersistenceException(new SQLException("gone", "08006"))), false))
                .isEqualTo(Failure.AWAY);
        assertThat(Failure.of(new EJBException(new PersistenceException(new SQLException("wrong", "42X01"))), false))
                .isEqualTo(Failure.FAULT);
    }

    @Test
    void theTextSaysHowLongToWait() {
        assertThat(BusinessMessages.text(new TooManyRequests(Duration.ofSeconds(30)), Locale.ENGLISH))
                .contains("30");
    }
}

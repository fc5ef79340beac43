package org.vinculo.crm.backoffice.value;

import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import org.vinculo.crm.value.DefectionReason;
import org.vinculo.crm.value.LifecycleService;
import org.vinculo.crm.value.PhaseEventKind;

/** Takes back what was recorded about a relationship; apart, so that what waits in the session holds no service. */
final class PhaseUndo {

    private PhaseUndo() {}

    static void forget(String customer, String event) {
        lifecycle().forget(customer, event);
    }

    static void record(String customer, PhaseEventKind kind, LocalDate day, DefectionReason reason, String note) {
        lifecycle().record(customer, kind, day, reason, note);
    }

    private static LifecycleService lifecycle() {
        return CDI.current().select(LifecycleService.class).get();
    }
}

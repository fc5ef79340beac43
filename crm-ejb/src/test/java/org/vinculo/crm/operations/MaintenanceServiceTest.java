package org.vinculo.crm.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.operations.internal.MaintenanceBoard;
import org.vinculo.crm.operations.internal.OperationsReads;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.shared.InvalidInput;

class MaintenanceServiceTest extends DatabaseTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private MaintenanceService service() {
        OperationsReads reads = wire(new OperationsReads());
        return wire(new MaintenanceService(), wire(new MaintenanceBoard(), reads));
    }

    private static MaintenanceView view(Duration from, Duration until, boolean closed) {
        return new MaintenanceView(Map.of("pt-BR", "Mudança\nde casa"), NOW.plus(from), NOW.plus(until), closed);
    }

    @Test
    void announcementIsReadInItsLanguageAndClosesOnlyInItsTime() {
        MaintenanceService service = service();

        service.announce(view(HOUR, HOUR.multipliedBy(2), true));
        flushAndClear();

        MaintenanceView announced = service.announced().orElseThrow();
        assertThat(announced.text(Locale.forLanguageTag("pt-BR"))).isEqualTo("Mudança de casa");
        assertThat(announced.text(Locale.ENGLISH)).isNull();
        assertThat(announced.closes(NOW)).isFalse();
        assertThat(announced.closes(NOW.plus(HOUR))).isTrue();
        assertThat(announced.closes(NOW.plus(HOUR.multipliedBy(2)))).isFalse();
    }

    @Test
    void secondAnnouncementTakesThePlaceOfTheFirst() {
        MaintenanceService service = service();
        service.announce(view(HOUR, HOUR.multipliedBy(2), true));
        flushAndClear();

        service.announce(view(Duration.ZERO, HOUR, false));
        flushAndClear();

        assertThat(service.announced().orElseThrow().closed()).isFalse();
        service.end();
        flushAndClear();
        assertThat(service.announced()).isEmpty();
    }

    @Test
    void announcementThatIsOverOrEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> service().announce(view(HOUR, HOUR, false))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> service().announce(view(HOUR.negated(), Duration.ZERO, false)))
                .isInstanceOf(InvalidInput.class);
    }
}

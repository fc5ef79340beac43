package org.vinculo.crm.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Timers outlive a bad hour of the database. */
@ExtendWith(ArquillianExtension.class)
class TimersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    FlakyTimer flaky;

    @Test
    void aTimerThatFailedAgainAndAgainStillTicks() throws InterruptedException {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (flaky.ticks() <= FlakyTimer.BAD && Instant.now().isBefore(giveUp)) {
            Thread.sleep(200);
        }

        assertThat(flaky.ticks()).isGreaterThan(FlakyTimer.BAD);
    }
}

package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlentyTest {

    private static final int LIMIT = 100;

    private final Watch watch = new Watch();
    private final Plenty plenty = new Plenty();
    private int asked;

    PlentyTest() {
        plenty.clock = watch;
    }

    @Test
    void whatCameToItsLimitIsNotCountedAgainForAMinute() {
        assertThat(count("BR", LIMIT)).isEqualTo(LIMIT);
        watch.now = watch.now.plusSeconds(59);
        assertThat(count("BR", 3)).isEqualTo(LIMIT);
        assertThat(asked).isEqualTo(1);

        watch.now = watch.now.plusSeconds(2);
        assertThat(count("BR", 3)).isEqualTo(3);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatStaysBelowItIsCountedEveryTime() {
        assertThat(count("BR", LIMIT - 1)).isEqualTo(LIMIT - 1);
        assertThat(count("BR", LIMIT - 2)).isEqualTo(LIMIT - 2);
    }

    @Test
    void whatIsCountedForOneIsNotToldToAnother() {
        assertThat(count("BR", LIMIT)).isEqualTo(LIMIT);
        assertThat(count("PT", 3)).isEqualTo(3);
    }

    private long count(String country, long there) {
        SqlText sql = SqlText.empty()
                .sqlPart("select count(*) from customer where country = ")
                .value(country);
        return plenty.count(sql, LIMIT, () -> {
            asked++;
            return there;
        });
    }

    private static final class Watch extends Clock {
        private Instant now = Instant.EPOCH.plus(Duration.ofDays(20_000));

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuarterTest {

    @Test
    void aQuarterIsWrittenAsPeopleWriteIt() {
        Quarter quarter = Quarter.of("2026-Q4");

        assertThat(quarter.in(Locale.ENGLISH)).isEqualTo("Q4 2026");
        assertThat(quarter.in(new Locale("pt", "BR"))).isEqualTo("T4 2026");
        assertThat(quarter.in(new Locale("es"))).isEqualTo("T4 2026");
    }

    @Test
    void itsNameIsReadAgain() {
        assertThat(Quarter.of(Quarter.of(LocalDate.of(2026, 3, 31)).toString())).isEqualTo(new Quarter(2026, 1));
        assertThat(Quarter.of(LocalDate.of(2026, 4, 1))).isEqualTo(new Quarter(2026, 2));
    }
}

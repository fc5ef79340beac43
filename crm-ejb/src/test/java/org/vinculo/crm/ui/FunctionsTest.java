package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Test
    void initialsAreOfTheFirstAndTheLastWord() {
        assertThat(Functions.initials("Ana Maria de Souza")).isEqualTo("AS");
        assertThat(Functions.initials("élan")).isEqualTo("É");
        assertThat(Functions.initials("“Serra” (Café)")).isEqualTo("SC");
        assertThat(Functions.initials("  ")).isEmpty();
        assertThat(Functions.initials(null)).isEmpty();
    }

    @Test
    void machinesGetIsoDates() {
        assertThat(Functions.iso(java.time.LocalDate.of(2026, 11, 22))).isEqualTo("2026-11-22");
        assertThat(Functions.iso(null)).isEmpty();
    }
}

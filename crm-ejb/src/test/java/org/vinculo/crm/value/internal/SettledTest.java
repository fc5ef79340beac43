package org.vinculo.crm.value.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettledTest {

    private int read;

    @Test
    void theNewestIsReadOnceUntilThereIsANewerOne() {
        Settled<String> settled = new Settled<>();

        assertThat(settled.of(1, this::read)).isEqualTo("1 read as 1");
        assertThat(settled.of(1, this::read)).isEqualTo("1 read as 1");
        assertThat(settled.of(2, this::read)).isEqualTo("2 read as 2");
    }

    private String read(long id) {
        read++;
        return id + " read as " + read;
    }
}

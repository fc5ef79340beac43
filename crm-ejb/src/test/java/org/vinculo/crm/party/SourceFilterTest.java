package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.internal.SourceFilter;

class SourceFilterTest extends PartyTest {

    @Test
    void theMostFrequentSourcesAreOfferedAndAnyOtherIsAccepted() {
        String rare = "A rare fair " + System.nanoTime();
        String frequent = "Frequent fair " + System.nanoTime();
        cameFrom("Ana", frequent);
        cameFrom("Bia", rare);
        cameFrom("Caio", frequent);
        flushAndClear();

        SourceFilter filter = wire(new SourceFilter());

        assertThat(filter.values()).containsSubsequence(frequent, rare);
        cameFrom("Davi", "Came later");
        flushAndClear();
        assertThat(filter.values()).doesNotContain("Came later");
        assertThat(filter.accepts("Came later")).isTrue();
        assertThat(filter.accepts(" ")).isFalse();
        assertThat(filter.accepts("x".repeat(101))).isFalse();
    }

    private void cameFrom(String name, String source) {
        CustomerForm form = person(name, "Lima");
        form.setAcquiredFrom(source);
        service.create(form);
    }
}

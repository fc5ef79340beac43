package org.vinculo.crm.party.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTokensTest {

    @ParameterizedTest
    @CsvSource({
        "Vasconcelos clínica, 'vasconcelos clinica'",
        "+55 (11) 98765-4321, '5511987654321'",
        "Souza 98765-4321, '987654321 souza'",
        "Ana.Souza@Example.org, ana.souza@example.org",
        "111.444.777-35, 11144477735",
        "AC-0042, '0042 ac'",
        "' ', ''"
    })
    void queryBecomesWords(String query, String words) {
        assertThat(String.join(" ", SearchTokens.wanted(query))).isEqualTo(words);
    }

    @Property
    void rangeOfAPrefixHoldsExactlyWhatItBegins(@ForAll @NotBlank String query, @ForAll String tail) {
        for (String prefix : SearchTokens.wanted(query)) {
            String end = SearchTokens.after(prefix);

            assertThat(prefix.compareTo(end)).isNegative();
            assertThat((prefix + tail).compareTo(end)).isNegative();
            assertThat(prefix.length()).isLessThanOrEqualTo(SearchTokens.LENGTH);
        }
    }

    @Test
    void aDocumentKeepsNoBeginningsOfItsOtherWordsAndIsStillFoundByThem() {
        Set<String> kept = SearchTokens.ofTexts(List.of("INV-2026-0042"));

        assertThat(kept).containsExactlyInAnyOrder("inv20260042", "20260042", "0042");
        for (String asked :
                List.of("inv", "INV-2026", "INV-2026-0042", "2026", "2026-0042", "20260042", "0042", "004")) {
            assertThat(SearchTokens.wanted(asked)).as(asked).isNotEmpty().allSatisfy(word -> assertThat(kept)
                    .anySatisfy(token -> assertThat(token).startsWith(word)));
        }
    }
}

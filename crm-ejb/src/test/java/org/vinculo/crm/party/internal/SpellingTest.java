package org.vinculo.crm.party.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "gonsales, gonzales, true",
        "gonzles, gonzales, true",
        "gonzzales, gonzales, true",
        "gonzalse, gonzales, true",
        "gonsa, gonzales, true",
        "jhon, john, true",
        "jhon, jones, false",
        "maria, mario, true",
        "gonsalse, gonzales, false"
    })
    void oneErrorIsForgivenAndTwoAreNot(String typed, String word, boolean close) {
        assertThat(Spelling.isClose(typed, word)).isEqualTo(close);
    }

    /** Otherwise a word that is one error away would not be looked up. */
    @Property(tries = 300)
    void wordsOneErrorApartShareASpelling(
            @ForAll @AlphaChars @StringLength(min = 5, max = 14) String word,
            @ForAll @IntRange(max = 4) int place,
            @ForAll @IntRange(max = 3) int error) {
        String typed =
                switch (error) {
                    case 0 -> word.substring(0, place) + word.substring(place + 1);
                    case 1 -> word.substring(0, place) + "x" + word.substring(place);
                    case 2 -> word.substring(0, place) + "x" + word.substring(place + 1);
                    default ->
                        place == 4
                                ? word
                                : word.substring(0, place)
                                        + word.charAt(place + 1)
                                        + word.charAt(place)
                                        + word.substring(place + 2);
                };

        assertThat(Spelling.isClose(typed, word)).isTrue();
        assertThat(Collections.disjoint(Spelling.variants(typed), Spelling.variants(word)))
                .isFalse();
    }
}

package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountryTest {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    @Test
    void countriesAreNamedInTheLanguageOfTheReader() {
        assertThat(Country.name("DE", BRAZIL)).isEqualTo("Alemanha");
        assertThat(Country.name("DE", Locale.forLanguageTag("es"))).isEqualTo("Alemania");
        assertThat(Country.name("DE", Locale.ENGLISH)).isEqualTo("Germany");
    }

    @Test
    void whatIsNoCountryStaysAsItIs() {
        assertThat(Country.name("Q7", BRAZIL)).isEqualTo("Q7");
        assertThat(Country.name(null, BRAZIL)).isEmpty();
    }

    @Test
    void anAddressEndsInTheNameOfItsCountry() {
        assertThat(Country.inAddress("Rua Sete, 94, São Paulo, SP, BR", "BR", BRAZIL))
                .isEqualTo("Rua Sete, 94, São Paulo, SP, Brasil");
    }

    @Test
    void aRegionIsNotTakenForACountry() {
        assertThat(Country.inAddress("Rua Sete, 94, Florianópolis, SC", null, BRAZIL))
                .isEqualTo("Rua Sete, 94, Florianópolis, SC");
        assertThat(Country.inAddress("Rua Sete, 94, Florianópolis, SC", "BR", BRAZIL))
                .isEqualTo("Rua Sete, 94, Florianópolis, SC");
    }
}

package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxIdTest {

    @ParameterizedTest
    @CsvSource({
        "111.444.777-35, BR, CPF, 11144477735, 111.444.777-35",
        "11.222.333/0001-81, BR, CNPJ, 11222333000181, 11.222.333/0001-81",
        "12.ABC.345/01DE-35, BR, CNPJ, 12ABC34501DE35, 12.ABC.345/01DE-35",
        "123456789, PT, NIF_PT, 123456789, 123 456 789",
        "PT 123456789, PT, NIF_PT, 123456789, 123 456 789",
        "12345678-z, ES, NIF_ES, 12345678Z, 12345678Z",
        "X1234567L, ES, NIE_ES, X1234567L, X1234567L",
        "A58818501, ES, CIF_ES, A58818501, A58818501",
        "ES-A58818501, ES, CIF_ES, A58818501, A58818501",
        "GB 999 9999 73, GB, OTHER, GB999999973, GB999999973"
    })
    void publishedExamplesAreRead(String typed, String country, TaxId.Kind kind, String key, String shown) {
        TaxId read = TaxId.read(typed, country).orElseThrow();

        assertThat(read).isEqualTo(new TaxId(kind, key));
        assertThat(read.display()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "111.444.777-36, BR",
        "111.111.111-11, BR",
        "00000000000000, BR",
        "11.222.333/0001-80, BR",
        "12.ABC.345/01DE-36, BR",
        "123456780, PT",
        "412345678, PT",
        "12345678A, ES",
        "X1234567A, ES",
        "A58818502, ES",
        "12, GB",
        "'', BR"
    })
    void wrongCheckDigitIsRefused(String typed, String country) {
        assertThat(TaxId.read(typed, country)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"111.444.777-35, CPF", "123456789, NIF_PT", "12345678Z, NIF_ES", "98765432X1, OTHER"})
    void sortIsRecognisedWithoutCountry(String typed, TaxId.Kind kind) {
        assertThat(TaxId.read(typed, null)).map(TaxId::kind).hasValue(kind);
    }

    @Property
    void changingOneDigitOfAPortugueseNumberIsNoticed(@ForAll @IntRange(min = 0, max = 8) int place) {
        char[] digits = "123456789".toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + 1) % 10);

        assertThat(TaxId.read(new String(digits), "PT")).isEmpty();
    }

    @Property
    void anythingCanBeReadWithoutFailing(@ForAll @StringLength(max = 60) String typed) {
        for (String country : new String[] {"BR", "PT", "ES", "DE", null}) {
            TaxId.read(typed, country).ifPresent(read -> {
                assertThat(read.key()).matches("[A-Z0-9]{4,30}");
                assertThat(TaxId.read(read.display(), country)).hasValue(read);
            });
        }
    }
}

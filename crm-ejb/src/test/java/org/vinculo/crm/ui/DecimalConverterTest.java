package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalConverterTest {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,50|12.50", "1.250,5|1250.5", "1.500|1500", "-3,1|-3.1", "1 250|1250", ",5|0.5"})
    void readsTheBrazilianNotation(String typed, BigDecimal meant) {
        assertThat(DecimalConverter.parse(typed, BRAZIL).orElseThrow()).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12.50|12.50", "1,250.5|1250.5", "1,500|1500", "1'500|1500"})
    void readsTheEnglishNotation(String typed, BigDecimal meant) {
        assertThat(DecimalConverter.parse(typed, Locale.ENGLISH).orElseThrow()).isEqualByComparingTo(meant);
    }

    @Test
    void neverTakesAForeignDecimalSignForGrouping() {
        assertThat(DecimalConverter.parse("12,50", Locale.ENGLISH)).isEmpty();
        assertThat(DecimalConverter.parse("12.50", BRAZIL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e999999", "--1", "1,2,3", "12 EUR", "NaN", "1234567890123456789"})
    void refusesWhatIsNoNumber(String typed) {
        assertThat(DecimalConverter.parse(typed, BRAZIL)).isEmpty();
        assertThat(DecimalConverter.parse(typed, Locale.ENGLISH)).isEmpty();
    }
}

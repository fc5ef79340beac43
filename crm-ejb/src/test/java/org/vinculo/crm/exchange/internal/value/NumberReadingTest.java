package org.vinculo.crm.exchange.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReadingTest {

    private static final NumberReading COMMA = new NumberReading(',');
    private static final NumberReading POINT = new NumberReading('.');

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1.234,56|1234.56",
                "R$ 1.234,56|1234.56",
                "12,5|12.5",
                "-0,5|-0.5",
                "1 234,00 €|1234.00",
                "(10,00)|-10.00",
                "7,00-|-7.00",
                "1.234.567|1234567",
                ",5|0.5",
                "12|12"
            })
    void theDecimalCommaIsRead(String text, BigDecimal number) {
        assertThat(COMMA.read(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1,234.56|1234.56",
                "US$1,234.56|1234.56",
                "29.33|29.33",
                "1'234.50|1234.50",
                "1,00,000.00|100000",
                "1.5e-3|0.0015",
                "\u22125|-5"
            })
    void theDecimalPointIsRead(String text, BigDecimal number) {
        assertThat(POINT.read(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"12,5", "1,23,4", "abc", "1.2.3", "--5", "1e999999999", "5 apples in a box", "(5", "12/3", "''"})
    void whatIsNoNumberIsRefusedRatherThanGuessed(String text) {
        assertThat(POINT.read(text)).isNull();
    }

    @Test
    void theColumnTellsTheMark() {
        assertThat(shape("1.234", "12,5").decimal()).contains(',');
        assertThat(shape("1,234", "12.5").decimal()).contains('.');
        assertThat(shape("1.234", "2.345").decimal()).isEmpty();
        assertThat(shape("0.125").decimal()).contains('.');
        assertThat(shape("12", "13").hasFractions()).isFalse();
    }

    private static NumberShape shape(String... values) {
        NumberShape shape = new NumberShape();
        for (String value : values) {
            shape.add(value);
        }
        return shape;
    }
}

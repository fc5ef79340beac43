package org.vinculo.crm.exchange.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM-dd|2024-03-07",
                "yyyyMMdd|20240307",
                "dd/MM/yyyy|7/3/2024",
                "MM/dd/yyyy|3/7/2024",
                "dd.MM.yy|07.03.24",
                "dd MMM yyyy|7 mar 2024",
                "MMM dd, yyyy|March 7, 2024",
                "dd 'de' MMM 'de' yyyy|7 de março de 2024",
                "dd-MMM-yy|7-Mar-24",
                "yyyy-MM-dd HH:mm:ss|2024-03-07",
            })
    void everyWayOfWritingADayIsRead(String pattern, String text) {
        assertThat(DateReading.of(pattern).orElseThrow().read(text).date()).isEqualTo(LocalDate.of(2024, 3, 7));
    }

    @Test
    void aTimeOfDayAndAnOffsetAreRead() {
        DateReading iso = DateReading.of("yyyy-MM-dd").orElseThrow();

        assertThat(iso.read("2010-12-01 08:45:00").local()).isEqualTo(LocalDateTime.of(2010, 12, 1, 8, 45));
        assertThat(iso.read("2010-12-01T08:45:10.1234567Z").offset()).isEqualTo(ZoneOffset.UTC);
        assertThat(iso.read("2010-12-01T08:45+02:00").offset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DateReading.of("MM/dd/yyyy hh:mm a")
                        .orElseThrow()
                        .read("12/1/2010 8:26 PM")
                        .local())
                .isEqualTo(LocalDateTime.of(2010, 12, 1, 20, 26));
    }

    @Test
    void aDayThatDoesNotExistIsNoDate() {
        DateReading iso = DateReading.of("yyyy-MM-dd").orElseThrow();

        assertThat(iso.read("2023-02-29")).isNull();
        assertThat(iso.read("2024-02-29")).isNotNull();
        assertThat(iso.read("2024-13-01")).isNull();
        assertThat(iso.read("2024-03-07 25:00")).isNull();
        assertThat(iso.read("2024-03-07x")).isNull();
    }

    @Test
    void aPatternWithoutFullDateIsNone() {
        assertThat(DateReading.of("MM/yyyy")).isEmpty();
        assertThat(DateReading.of("dd/MM/yyyy GG")).isEmpty();
        assertThat(DateReading.of("'")).isEmpty();
    }

    @Test
    void oneLateValueDecidesTheWholeColumn() {
        assertThat(shape("03/04/2024", "05/06/2024", "13/01/2024"))
                .contains(new DateShape.Found("dd/MM/yyyy", false, 1));
        assertThat(shape("3/4/2024", "5/6/2024", "1/13/2024")).contains(new DateShape.Found("MM/dd/yyyy", false, 1));
    }

    @Test
    void aColumnThatAllowsBothReadingsIsAmbiguous() {
        Optional<DateShape.Found> found = shape("03/04/2024", "05/06/2024");

        assertThat(found).contains(new DateShape.Found("dd/MM/yyyy", true, 1));
    }

    @Test
    void numbersAndTextsAreNoDates() {
        assertThat(shape("12345678", "98765432")).isEmpty();
        assertThat(shape("1.234,56", "22.33")).isEmpty();
        assertThat(shape("Ana", "Bruno")).isEmpty();
        assertThat(shape("11.222.333/0001-81")).isEmpty();
    }

    private static Optional<DateShape.Found> shape(String... values) {
        DateShape shape = new DateShape();
        for (String value : values) {
            shape.add(value);
        }
        return shape.best(true);
    }
}

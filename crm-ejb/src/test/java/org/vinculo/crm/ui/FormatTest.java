package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.Money;

class FormatTest {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final ZoneId RECIFE = ZoneId.of("America/Recife");

    private final Format english = new Format(Locale.ENGLISH, ZoneOffset.UTC);
    private final Format brazilian = new Format(BRAZIL, RECIFE);

    @Test
    void moneyHasTheSignOfItsCurrencyAndItsDecimals() {
        assertThat(brazilian.money(Money.of("48210.5", "BRL"))).isEqualTo("R$\u00a048.210,50");
        assertThat(english.money(Money.of("6994.87", "EUR"))).isEqualTo("€\u00a06,994.87");
        assertThat(english.money(Money.of("1200", "JPY"))).isEqualTo("¥\u00a01,200");
        assertThat(new Format(SPANISH, RECIFE).money(Money.of("3180", "EUR"))).isEqualTo("3.180,00\u00a0€");
    }

    @Test
    void negativeMoneyStartsWithARealMinus() {
        assertThat(brazilian.money(Money.of("-9640", "BRL"))).isEqualTo("\u2212R$\u00a09.640,00");
        assertThat(english.money(Money.of("-0.001", "EUR"))).isEqualTo("€\u00a00.00");
    }

    @Test
    void numbersFollowTheLanguage() {
        assertThat(brazilian.number(1234567)).isEqualTo("1.234.567");
        assertThat(english.number(new BigDecimal("-1.50"))).isEqualTo("\u22121.5");
        assertThat(brazilian.number(0.41, 2)).isEqualTo("0,41");
        assertThat(brazilian.percent(0.125, 1)).isEqualTo("12,5\u00a0%");
        assertThat(english.number(null)).isEmpty();
    }

    @Test
    void plainNumbersCanBeTypedBack() {
        BigDecimal value = new BigDecimal("12500.50");

        String shown = brazilian.plain(value);

        assertThat(shown).isEqualTo("12500,5");
        assertThat(DecimalConverter.parse(shown, BRAZIL).orElseThrow()).isEqualByComparingTo(value);
    }

    @Test
    void instantsAreShownInTheViewersZone() {
        Instant lateEvening = Instant.parse("2026-11-22T01:30:00Z");

        assertThat(english.date(lateEvening)).contains("22");
        assertThat(brazilian.date(lateEvening)).contains("21");
        assertThat(brazilian.time(lateEvening)).isEqualTo("22:30");
    }

    @Test
    void datesAreRelativeUpToAWeek() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");

        assertThat(brazilian.relative(LocalDate.of(2026, 11, 21), now)).isEqualTo("ontem");
        assertThat(brazilian.relative(LocalDate.of(2026, 11, 14), now)).contains("2026");
        assertThat(brazilian.relative(now.minusSeconds(90), now)).isEqualTo("há 1 minuto");
    }
}

package org.vinculo.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be read in a log: who somebody is, and what opens a door. */
class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <ana.lima+crm@cliente.example>: Recipient address rejected",
                "ana@cliente.example",
                "RCPT TO:ANA@MAIL.CLIENTE.EXAMPLE refused",
                "two: ana@cliente.example,bea@cliente.example"
            })
    void addressesAreTakenOut(String text) {
        assertThat(Redaction.of(text)).doesNotContainIgnoringCase("cliente").doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Authorization: Bearer s3cr3t_t0ken-1",
                "authorization: bearer s3cr3t_t0ken-1",
                "GET /portal/reset?token=s3cr3t_t0ken-1&lang=es",
                "jdbc:postgresql://db/crm?user=crm&password=s3cr3t_t0ken-1",
                "jdbc:derby:db;PASSWORD=s3cr3t_t0ken-1;create=true",
                "Cookie: __Host-STAFFSID=s3cr3t_t0ken-1; lang=es",
                "Set-Cookie: PORTALSID=s3cr3t_t0ken-1; Path=/",
                "/portal/home;jsessionid=s3cr3t_t0ken-1"
            })
    void whatOpensADoorIsTakenOut(String text) {
        assertThat(Redaction.of(text)).doesNotContain("s3cr3t");
    }

    @Test
    void whatADatabaseQuotesOfARowIsTakenOut() {
        String unique = "ERROR: duplicate key value violates unique constraint \"customer_tax\"\n"
                + "  Detail: Key (tax_id_key, kind)=(52998224725, PERSON) already exists.";
        String check = "ERROR: new row violates a rule\n"
                + "  Detail: Failing row contains (12, Ana (Lima), 52998224725, null).";
        String derby = "A truncation error was encountered trying to shrink VARCHAR 'Ana 52998224725' to length 10.";

        assertThat(Redaction.of(unique))
                .contains("customer_tax", "already exists")
                .doesNotContain("52998224725");
        assertThat(Redaction.of(check)).contains("violates a rule").doesNotContain("52998224725", "Lima");
        assertThat(Redaction.of(derby)).contains("to length 10").doesNotContain("52998224725", "Ana");
    }

    @Test
    void whatSaysNothingAboutAnybodyStaysAsItIs() {
        String text = "Backup made in /srv/crm/backups/2026-11-22T013000Z-schedule (12 rows, tokens expire at 10:00)";

        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void textsMadeToTakeLongTakeNoTime() {
        String text = "a.".repeat(50_000) + "@" + "a.".repeat(50_000) + "Key (" + "(".repeat(50_000)
                + "Failing row contains (" + ")".repeat(20_000) + "token=".repeat(10_000);

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(Redaction.of(text)).isNotEmpty());
    }
}

package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactValuesTest {

    @ParameterizedTest
    @CsvSource({
        "(11) 98765-4321, BR, +5511987654321",
        "+55 11 98765 4321, ES, +5511987654321",
        "912 345 678, PT, +351912345678",
        "0034 612 34 56 78, ES, +34612345678",
        "020 7946 0958, GB, +442079460958"
    })
    void phoneNumbersAreReadTheNationalWay(String typed, String region, String e164) {
        assertThat(PhoneNumbers.e164(typed, region)).hasValue(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "+", "+999999999999999999999", "javascript:alert(1)"})
    void whatCannotBeCalledIsNoPhoneNumber(String typed) {
        assertThat(PhoneNumbers.e164(typed, "BR")).isEmpty();
    }

    @Test
    void phoneIsComparedByItsLastNineDigits() {
        assertThat(PhoneNumbers.tail("+5511987654321")).isEqualTo("987654321");
        assertThat(PhoneNumbers.tail("+34612345678")).isEqualTo("612345678");
        assertThat(PhoneNumbers.tail("12345678")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "www.Serra-Cafe.example/loja?x=1, https://www.serra-cafe.example/loja?x=1",
        "HTTP://Example.org, http://example.org",
        "https://example.org:8443/a#b, https://example.org:8443/a#b",
        "example.org:8080, https://example.org:8080"
    })
    void webAddressesAreNormalised(String typed, String address) {
        assertThat(WebAddress.safe(typed)).hasValue(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)",
                "file:///etc/passwd",
                "ftp://example.org",
                "https://user:secret@example.org",
                "https://",
                "https:// example.org",
                "//example.org/\u0000",
                "nothing"
            })
    void unsafeWebAddressesAreRefused(String typed) {
        assertThat(WebAddress.safe(typed)).isEmpty();
    }

    @Test
    void longInputIsAnsweredAtOnce() {
        String evil = "a".repeat(50_000) + "!";

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            PhoneNumbers.e164(evil, "BR");
            WebAddress.safe(evil);
            TaxId.read(evil, "BR");
            PostalFormat.BR.code(evil);
        });
    }

    @ParameterizedTest
    @CsvSource({"BR, 01310100, 01310-100", "BR, 01310-100, 01310-100", "PT, 1000 205, 1000-205", "ES, 28013, 28013"})
    void postalCodesAreWrittenTheCountrysWay(String country, String typed, String written) {
        assertThat(PostalFormat.of(country).code(typed)).hasValue(written);
    }

    @ParameterizedTest
    @CsvSource({"BR, 1310", "PT, 10002", "ES, 2801", "ES, 280133"})
    void wrongPostalCodesAreRefused(String country, String typed) {
        assertThat(PostalFormat.of(country).code(typed)).isEmpty();
    }

    @Property
    void whateverIsTypedIsAnsweredWithoutFailing(@ForAll String typed) {
        PhoneNumbers.e164(typed, "PT");
        PhoneNumbers.region(typed, Locale.ENGLISH);
        WebAddress.safe(typed).ifPresent(address -> assertThat(address).matches("https?://.+"));
    }
}

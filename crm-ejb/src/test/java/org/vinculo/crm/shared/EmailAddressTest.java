package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ana.Souza@Example.COM, ana.souza@example.com",
        "' joão@exemplo.com.br ', joão@exemplo.com.br",
        "o'hara+crm@example.org, o'hara+crm@example.org",
        "info@São-João.example, info@são-joão.example"
    })
    void emailAddressesAreNormalised(String typed, String address) {
        assertThat(EmailAddress.normal(typed)).hasValue(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "ana@-example.org",
                "a b@example.org",
                "ana@example..org",
                "ana@example.org\r\nBcc: x@example.org",
                "<ana@example.org>",
                "ana@exa\u00admple.org",
                "ana@example\u3002org",
                "\u0430na@example.org",
                "an\u0430.souza@example.org",
                "\u03bfscar@example.org",
                "ana@ex\u0430mple.org",
                "mar\u1d62a@example.org",
                "\uff4daria@example.org",
                "maria\uff20example.org",
                "maria\u2460@example.org",
                "ana@stra\u00dfe.example"
            })
    void whatCannotGetMailIsNoEmailAddress(String typed) {
        assertThat(EmailAddress.normal(typed)).isEmpty();
    }

    @Test
    void whoWritesAnotherScriptHasAnAddressToo() {
        assertThat(EmailAddress.normal("\u0438\u043d\u0444\u043e@example.org")).isPresent();
        assertThat(EmailAddress.normal("\u7530\u4e2d.tanaka@example.org")).isPresent();
        assertThat(EmailAddress.normal("Jos\u00e9@example.org"))
                .as("however its letters are put together")
                .isEqualTo(EmailAddress.normal("Jose\u0301@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ana.Souza@Example.COM, Ana.Souza@Example.COM",
        "jo\u00e3o@example.org, jo\u00e3o@example.org",
        "joa\u0303o@example.org, jo\u00e3o@example.org",
        "info@b\u00fcro.example, info@xn--bro-hoa.example",
        "info@B\u00dcRO.example, info@xn--bro-hoa.example",
        "info@\uff45xample.org, info@example.org",
        "ana@[192.0.2.1], ana@[192.0.2.1]"
    })
    void whatIsWrittenToIsWhatIsCompared(String typed, String written) {
        assertThat(EmailAddress.written(typed)).hasValue(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mar\u1d62a@example.org",
                "maria\uff20example.org",
                "ana@stra\u00dfe.example",
                "ana@\u200dexample.org",
                "ana"
            })
    void toAnAddressThatWouldBecomeAnotherOneNothingIsWritten(String typed) {
        assertThat(EmailAddress.written(typed)).isEmpty();
    }

    @Test
    void whatIsNoAddressIsSaidAtItsField() {
        assertThat(EmailAddress.require("email", " Ana@Example.org ")).isEqualTo("ana@example.org");
        assertThatThrownBy(() -> EmailAddress.require("email", "ana@example"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .containsExactly(new FieldError("email", "email", List.of())));
    }

    @Test
    void longInputIsAnsweredAtOnce() {
        String evil = "a".repeat(50_000) + "!";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> EmailAddress.normal(evil + "@" + evil));
    }

    @Property
    void aNormalFormStaysAsItIs(@ForAll String typed) {
        EmailAddress.normal(typed)
                .ifPresent(address -> assertThat(EmailAddress.normal(address)).hasValue(address));
    }
}

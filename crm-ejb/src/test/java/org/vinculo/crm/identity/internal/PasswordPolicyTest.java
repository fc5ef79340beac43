package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> CONTEXT =
            List.of("joana.teixeira@serracafe.example", "Joana Teixeira", "Vínculo");

    private final PasswordPolicy policy = new PasswordPolicy(CommonPasswords.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse vase lamp",
                "vfkqpwndmzxrtyghjsla",
                "Tr0mbone-sails-9-lakes",
                "🐎🔋📎🪴🌊🧭🎲🧶🪁🎻🛶🏔",
                "a password with a long story in it",
                "joana went to the market at nine",
                "   spaces kept   "
            })
    void acceptsLongAndUnusual(String password) {
        assertThat(policy.objection(password, CONTEXT)).isEmpty();
    }

    @Test
    void acceptsTwoHundredCharacters() {
        assertThat(policy.objection("kv 9zq".repeat(34).substring(0, 200), CONTEXT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ab1!", "elevenchars"})
    void refusesShort(String password) {
        assertThat(policy.objection(password, CONTEXT)).contains("identity.error.passwordShort");
    }

    @Test
    void refusesTooLongInsteadOfTruncating() {
        assertThat(policy.objection("kv 9zq".repeat(50), CONTEXT)).contains("identity.error.passwordLong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234",
                "P@ssw0rd2026!",
                "passwordpassword",
                "Sommer2026!!!!",
                "Sommer-Sommer-2026",
                "qwertyuiop12",
                "1q2w3e4r5t6y",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "ababababababab",
                "iloveyou-2026",
                "minhasenha123",
                "Contraseña-2026",
                "2026-Flamengo!",
                "correcthorsebatterystaple"
            })
    void refusesCommon(String password) {
        assertThat(policy.objection(password, CONTEXT)).contains("identity.error.passwordCommon");
    }

    /** ASVS 6.2.4: of the passwords that meet the rules here, at least the 3,000 that are used most. */
    @Test
    void refusesTheMostUsedPasswordsThatAreLongEnough() {
        List<String> mostUsed = CommonPasswords.lines("breached-passwords.txt")
                .filter(password -> password.codePointCount(0, password.length()) >= PasswordPolicy.MIN_LENGTH)
                .distinct()
                .toList();

        assertThat(mostUsed).hasSizeGreaterThanOrEqualTo(3000).contains("qwertyuiop123", "manchesterunited");
        for (String password : mostUsed) {
            String capital = password.substring(0, 1).toUpperCase(Locale.ROOT) + password.substring(1);
            assertThat(List.of(password, capital, password.toUpperCase(Locale.ROOT)))
                    .allMatch(typed -> policy.objection(typed, CONTEXT)
                            .filter("identity.error.passwordCommon"::equals)
                            .isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"joana.teixeira1", "Serracafe-77!", "Vinculo-4x-ab", "v1ncul0-2026-z"})
    void refusesContextWords(String password) {
        assertThat(policy.objection(password, List.of("joana.teixeira@x.example", "Serracafe", "Vínculo")))
                .contains("identity.error.passwordContext");
    }
}

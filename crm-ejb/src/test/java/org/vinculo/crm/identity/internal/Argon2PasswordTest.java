package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2PasswordTest {

    private final Argon2Password cheap = new Argon2Password(64, 1, 1);

    @Test
    void hashesInPhcFormatAtTodaysCost() {
        assertThat(Argon2Password.CURRENT.hash("a long passphrase"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void onlyTheSamePasswordMatches() {
        String phc = cheap.hash("a long passphrase");

        assertThat(Argon2Password.matches("a long passphrase", phc)).isTrue();
        assertThat(Argon2Password.matches("a long passphrasE", phc)).isFalse();
        assertThat(Argon2Password.matches("", phc)).isFalse();
    }

    @Test
    void neverTruncates() {
        String hundred = "x".repeat(73);
        String phc = cheap.hash(hundred + "a".repeat(127));

        assertThat(Argon2Password.matches(hundred + "a".repeat(127), phc)).isTrue();
        assertThat(Argon2Password.matches(hundred + "a".repeat(126) + "b", phc)).isFalse();
        assertThat(Argon2Password.matches(hundred, phc)).isFalse();
    }

    @Test
    void acceptsEveryScript() {
        String phc = cheap.hash("café ☕ übermäßig 咖啡 😀");

        assertThat(Argon2Password.matches("café ☕ übermäßig 咖啡 😀", phc)).isTrue();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(cheap.hash("same")).isNotEqualTo(cheap.hash("same"));
    }

    @Test
    void verifiesTheReferenceVector() {
        // argon2 command line: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(Argon2Password.matches("password", reference)).isTrue();
    }

    @Test
    void noticesOutdatedParameters() {
        assertThat(Argon2Password.CURRENT.isOutdated(cheap.hash("x"))).isTrue();
        assertThat(cheap.isOutdated(cheap.hash("x"))).isFalse();
        assertThat(cheap.isOutdated("plain text")).isTrue();
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThat(Argon2Password.matches("x", "")).isFalse();
        assertThat(Argon2Password.matches("x", "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$" + "A".repeat(43)))
                .isFalse();
    }
}

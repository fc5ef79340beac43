package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] RFC_KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET = Base32.encode(RFC_KEY);

    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void agreesWithTheVectorsOfRfc6238(long seconds, String expected) {
        assertThat(Totp.code(RFC_KEY, seconds / Totp.STEP_SECONDS, 8)).isEqualTo(expected);
    }

    @Test
    void acceptsTheStepBeforeAndAfter() {
        Instant now = Instant.ofEpochSecond(1_234_567_890L);
        long step = 1_234_567_890L / 30;

        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.matchingStep(SECRET, Totp.code(RFC_KEY, near, 6), now, 0))
                    .hasValue(near);
        }
        assertThat(Totp.matchingStep(SECRET, Totp.code(RFC_KEY, step - 2, 6), now, 0))
                .isEmpty();
        assertThat(Totp.matchingStep(SECRET, Totp.code(RFC_KEY, step + 2, 6), now, 0))
                .isEmpty();
    }

    @Test
    void aCodeServesOnce() {
        Instant now = Instant.ofEpochSecond(1_234_567_890L);
        long step = 1_234_567_890L / 30;

        assertThat(Totp.matchingStep(SECRET, Totp.code(RFC_KEY, step, 6), now, step))
                .isEmpty();
        assertThat(Totp.matchingStep(SECRET, Totp.code(RFC_KEY, step - 1, 6), now, step))
                .isEmpty();
        assertThat(Totp.matchingStep(SECRET, Totp.code(RFC_KEY, step + 1, 6), now, step))
                .hasValue(step + 1);
    }

    @Test
    void blanksInACodeDoNotMatterAndRubbishIsRefused() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);

        assertThat(Totp.matchingStep(SECRET, "050 471", now, 0)).isPresent();
        for (String rubbish : new String[] {null, "", "05047", "0504711", "050a71", "٠٥٠٤٧١", "%", "-50471"}) {
            assertThat(Totp.matchingStep(SECRET, rubbish, now, 0)).isEmpty();
        }
    }

    @Test
    void newSecretsHave160Bits() {
        assertThat(Base32.decode(Totp.newSecret())).hasSize(20);
        assertThat(Totp.newSecret()).isNotEqualTo(Totp.newSecret());
    }

    @Test
    void keyUriEscapesNames() {
        assertThat(Totp.keyUri("Serra Café & Co", "a:b@c.example", "ABC"))
                .isEqualTo("otpauth://totp/Serra%20Caf%C3%A9%20%26%20Co:a%3Ab%40c.example?secret=ABC"
                        + "&issuer=Serra%20Caf%C3%A9%20%26%20Co&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void base32AgreesWithTheVectorsOfRfc4648() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(new String(Base32.decode("MZXW6YTBOI"), StandardCharsets.US_ASCII))
                .isEqualTo("foobar");
    }
}

package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void tokensShareNothing() {
        Set<String> prefixes = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String token = Secrets.newToken();
            assertThat(token).matches("[A-Za-z0-9_-]{43}");
            prefixes.add(token.substring(0, 6));
        }

        assertThat(prefixes).hasSize(50);
    }

    @Test
    void recoveryCodesAreReadBackHoweverTheyAreTyped() {
        List<String> codes = Secrets.newRecoveryCodes();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes.get(0)).matches("([a-z2-7]{4}-){3}[a-z2-7]{4}");
        assertThat(Secrets.normalRecoveryCode(" " + codes.get(0).toUpperCase(java.util.Locale.ROOT) + " "))
                .isEqualTo(codes.get(0).replace("-", ""));
    }

    @Test
    void boxOpensOnlyForTheRowItBelongsTo() {
        SecretBox box = SecretBox.open(folder.resolve("secret.key"));
        String sealed = box.seal("JBSWY3DP", "totp:7");

        assertThat(sealed).doesNotContain("JBSWY3DP");
        assertThat(SecretBox.open(folder.resolve("secret.key")).unseal(sealed, "totp:7"))
                .isEqualTo("JBSWY3DP");
        assertThatThrownBy(() -> box.unseal(sealed, "totp:8")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keyFileIsForItsOwnerOnly() throws Exception {
        SecretBox.open(folder.resolve("secret.key"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void qrCodeIsOnePath() {
        QrSvg.Drawing drawing = QrSvg.draw(Totp.keyUri("Serra Café", "ana@demo.example", Totp.newSecret()));

        assertThat(drawing.path()).startsWith("M");
        assertThat(drawing.path().replaceAll("M\\d+ \\d+h1v1h-1z", "")).isEmpty();
        assertThat(drawing.size()).isBetween(29, 90);
    }
}

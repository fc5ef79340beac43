package org.vinculo.crm.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. The parameters of a stored
 * string are used to verify it, so today's cost can be raised without locking anybody out.
 */
final class Argon2Password {

    static final Argon2Password CURRENT = new Argon2Password(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MAX_MEMORY = 1 << 20;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,172})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int memoryKib;
    private final int iterations;
    private final int parallelism;

    Argon2Password(int memoryKib, int iterations, int parallelism) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
        this.parallelism = parallelism;
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = derive(password, salt, HASH_BYTES, Argon2Parameters.ARGON2_VERSION_13);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=" + Argon2Parameters.ARGON2_VERSION_13 + "$m=" + memoryKib + ",t=" + iterations + ",p="
                + parallelism + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    static boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MAX_MEMORY) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(5));
        byte[] expected = Base64.getDecoder().decode(parts.group(6));
        byte[] actual = parameters(parts).derive(password, salt, expected.length, Integer.parseInt(parts.group(1)));
        return MessageDigest.isEqual(expected, actual);
    }

    boolean isOutdated(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return true;
        }
        Argon2Password stored = parameters(parts);
        return stored.memoryKib != memoryKib
                || stored.iterations != iterations
                || stored.parallelism != parallelism
                || Integer.parseInt(parts.group(1)) != Argon2Parameters.ARGON2_VERSION_13;
    }

    private static Argon2Password parameters(Matcher parts) {
        return new Argon2Password(
                Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
    }

    private byte[] derive(String password, byte[] salt, int length, int version) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(version)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}

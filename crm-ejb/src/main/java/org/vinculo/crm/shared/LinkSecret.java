package org.vinculo.crm.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Secrets of links: 256 random bits, of which only the hash is kept. */
public final class LinkSecret {

    private static final int BYTES = 32;
    private static final int LENGTH = 43;

    private LinkSecret() {}

    public static String next() {
        return PublicId.token(BYTES);
    }

    public static boolean isWellFormed(String secret) {
        return secret != null && secret.length() == LENGTH;
    }

    /** Enough for a secret that nobody can guess; a slow hash protects what people choose. */
    public static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

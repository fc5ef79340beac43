package org.vinculo.crm.shared;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Unguessable names: 128 random bits as 22 URL-safe characters. */
public final class PublicId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private PublicId() {}

    public static String next() {
        return token(16);
    }

    /** A secret of the given number of random bytes, URL-safe without padding. */
    public static String token(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether a value from a request can be a public id at all; anything else need not reach the database. */
    public static boolean isWellFormed(String value) {
        return value != null && SHAPE.matcher(value).matches();
    }
}

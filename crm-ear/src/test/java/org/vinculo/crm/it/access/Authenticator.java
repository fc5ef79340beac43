package org.vinculo.crm.it.access;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a telephone does that knows the secret of a second factor. */
final class Authenticator {

    private Authenticator() {}

    /** RFC 6238, written down again so that the product's own code is not its judge. */
    static String code(String base32, long step) throws GeneralSecurityException {
        BigInteger bits = BigInteger.ZERO;
        for (char letter : base32.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] key = new byte[base32.length() * 5 / 8];
        byte[] raw = bits.toByteArray();
        for (int i = 0; i < key.length && i < raw.length; i++) {
            key[key.length - 1 - i] = raw[raw.length - 1 - i];
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int value = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%06d", value % 1_000_000);
    }
}

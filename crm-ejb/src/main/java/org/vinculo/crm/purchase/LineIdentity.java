package org.vinculo.crm.purchase;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * What makes a line the same line when it comes again.
 *
 * <p>With a document number: customer, document, product and which of the lines with this product it is; the amount
 * may be corrected. Without: customer, moment, amount, quantity, product and which of the equal lines it is; equal
 * lines are real, so each is counted.
 *
 * @param text everything but the count of equal ones
 */
public record LineIdentity(String text) {

    private static final int KEY_BYTES = 16;

    public static LineIdentity ofDocument(String customerRef, String documentNumber, String product) {
        return new LineIdentity("D\n" + customerRef + "\n" + documentNumber + "\n" + text(product));
    }

    public static LineIdentity ofLine(
            String customerRef, Instant at, BigDecimal amount, BigDecimal quantity, String product) {
        return new LineIdentity(
                "L\n" + customerRef + "\n" + at + "\n" + plain(amount) + "\n" + plain(quantity) + "\n" + text(product));
    }

    /** For counting equal ones without keeping their text: 64 bits, equal for equal texts. */
    public long fingerprint() {
        return ByteBuffer.wrap(hash(text)).getLong();
    }

    /** The key of the line that is the n-th of its equals, n from 1. */
    public String key(int n) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash(text + "\n" + n), KEY_BYTES));
    }

    /** What makes lines one purchase. */
    public static String purchaseKey(String documentNumber, String currency, String rowKey) {
        return documentNumber == null ? "L:" + rowKey : "D:" + currency + ":" + documentNumber;
    }

    private static String text(String product) {
        return product == null ? "" : product;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

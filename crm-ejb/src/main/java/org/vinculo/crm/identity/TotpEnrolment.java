package org.vinculo.crm.identity;

import java.io.Serializable;

/**
 * What an authenticator app needs.
 *
 * @param secret base 32, for typing by hand
 * @param size modules of the QR code along one side
 * @param path outline of the QR code as SVG path data, one unit a module
 */
public record TotpEnrolment(String secret, int size, String path) implements Serializable {

    /** The secret in groups of four, as it is easier to copy. */
    public String spacedSecret() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}

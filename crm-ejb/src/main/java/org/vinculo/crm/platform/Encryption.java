package org.vinculo.crm.platform;

import java.util.Locale;

/** How a connection to a mail server is kept from others. */
public enum Encryption {
    /** Agreed on in clear, before anything else is said. */
    STARTTLS,
    SSL,
    NONE;

    /** Nothing goes in clear that is not asked for by this very word. */
    static Encryption of(String setting) {
        return switch (setting.toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "ssl" -> SSL;
            default -> STARTTLS;
        };
    }
}

package org.vinculo.crm.shared;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as they are stored and compared: mail can reach them and no header can be hidden in them. */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL = Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}.-]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private EmailAddress() {}

    /** The address in lower case; empty when no mail could ever arrive there. */
    public static Optional<String> normal(String typed) {
        String address = Normal.email(typed);
        if (address == null || address.length() > LONGEST) {
            return Optional.empty();
        }
        int at = address.lastIndexOf('@');
        if (at <= 0 || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return isDomain(address.substring(at + 1)) ? Optional.of(address) : Optional.empty();
    }

    /** The address in lower case. @throws InvalidInput when no mail could ever arrive there */
    public static String require(String field, String typed) {
        return normal(typed).orElseThrow(() -> InvalidInput.field(field, "email"));
    }

    private static boolean isDomain(String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            return false;
        }
        String ascii;
        try {
            ascii = IDN.toASCII(domain);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length >= 2 && labels[labels.length - 1].length() >= 2;
    }
}

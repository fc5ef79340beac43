package org.vinculo.crm.party;

import java.net.IDN;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.Normal;

/** E-mail addresses as they are stored and compared. */
public final class EmailAddress {

    public static final int MAX_LENGTH = 254;
    private static final Pattern LOCAL = Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]{1,64}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> FREE = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "yahoo.com",
            "yahoo.com.br",
            "yahoo.es",
            "icloud.com",
            "uol.com.br",
            "bol.com.br",
            "terra.com.br",
            "sapo.pt",
            "proton.me",
            "protonmail.com",
            "gmx.com",
            "aol.com");

    private EmailAddress() {}

    /** The address in lower case; empty when no mail could ever arrive there. */
    public static Optional<String> normal(String typed) {
        String address = Normal.email(typed);
        if (address == null || address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int at = address.lastIndexOf('@');
        if (at <= 0 || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return isDomain(address.substring(at + 1)) ? Optional.of(address) : Optional.empty();
    }

    /** Whether anybody can get an address there, so that it says nothing about an organisation. */
    public static boolean isFree(String domain) {
        return FREE.contains(domain);
    }

    private static boolean isDomain(String domain) {
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

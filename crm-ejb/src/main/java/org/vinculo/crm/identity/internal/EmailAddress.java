package org.vinculo.crm.identity.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/** What is taken for an e-mail address of an account: one that mail can reach and no header can be hidden in. */
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>()\\[\\]\\\\,;:\"\\p{Cntrl}]{1,64}"
            + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}\\.)*[\\p{L}\\p{N}-]{1,63}");

    private EmailAddress() {}

    static boolean isPlausible(String address) {
        return address != null
                && address.length() <= LONGEST
                && SHAPE.matcher(address).matches();
    }

    /** The normal form. @throws InvalidInput when it is no address */
    static String require(String field, String address) {
        return Optional.ofNullable(Normal.email(address))
                .filter(EmailAddress::isPlausible)
                .orElseThrow(() -> InvalidInput.field(field, "email"));
    }
}

package org.vinculo.crm.identity;

import java.util.Locale;
import org.vinculo.crm.shared.Texts;

/**
 * Where a member of staff reads mail.
 *
 * @param language tag of the language they read
 */
public record StaffMailbox(String email, String language, String name) {

    public Locale locale() {
        return Texts.supported(language);
    }
}

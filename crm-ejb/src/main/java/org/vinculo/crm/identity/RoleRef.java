package org.vinculo.crm.identity;

import java.io.Serializable;
import java.util.Locale;
import org.vinculo.crm.shared.Texts;

/**
 * A role by name.
 *
 * @param code of a built-in role, whose name is translated; otherwise null
 */
public record RoleRef(String id, String code, String name) implements Serializable {

    public String label(Locale locale) {
        return code == null ? name : Texts.text(locale, "identity.role." + code);
    }
}

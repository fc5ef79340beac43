package org.vinculo.crm.shared;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with one field.
 *
 * @param field the field's name in forms and in the API
 * @param code key of the message; a code without a dot-prefixed bundle is looked up as {@code errors.<code>}
 * @param args arguments of the message
 */
public record FieldError(String field, String code, List<Serializable> args) implements Serializable {

    public FieldError {
        args = List.copyOf(args);
    }

    public static FieldError of(String field, String code, Serializable... args) {
        return new FieldError(field, code, List.of(args));
    }

    public String text(Locale locale) {
        String key = Texts.has(locale, code) ? code : "errors." + code;
        return Texts.text(locale, key, args.toArray());
    }
}

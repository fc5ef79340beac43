package org.vinculo.crm.activity.internal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/** Reads what was typed into fields and collects what is wrong with it. */
final class Fields {

    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final List<FieldError> errors = new ArrayList<>();

    void wrong(String field, String code, Serializable... args) {
        errors.add(FieldError.of(field, code, args));
    }

    String required(String field, String typed, int length) {
        String text = line(field, typed, length);
        if (text == null) {
            wrong(field, "required");
        }
        return text;
    }

    void required(String field, Object value) {
        if (value == null) {
            wrong(field, "required");
        }
    }

    String line(String field, String typed, int length) {
        return fitting(field, Normal.line(typed), length);
    }

    /** Text of several lines: line ends are kept, other control characters are not. */
    String text(String field, String typed, int length) {
        if (typed == null) {
            return null;
        }
        String clean =
                UNWANTED.matcher(typed.replace("\r\n", "\n")).replaceAll(" ").strip();
        return fitting(field, clean.isEmpty() ? null : clean, length);
    }

    private String fitting(String field, String text, int length) {
        if (text != null && text.length() > length) {
            wrong(field, "tooLong", length);
        }
        return text;
    }

    /** @throws InvalidInput when something was wrong */
    void check() {
        InvalidInput.throwIfAny(errors);
    }
}

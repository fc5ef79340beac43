package org.vinculo.crm.shared;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what was typed into fields and collects what is wrong with it. */
public final class Fields {

    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final List<FieldError> errors = new ArrayList<>();

    /** What was wrong so far, in the order of reading. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Says that a field is wrong; code and arguments are those of {@link FieldError#of}. */
    public void wrong(String field, String code, Serializable... args) {
        errors.add(FieldError.of(field, code, args));
    }

    /** A line that must not be empty; null when it is, which is wrong. */
    public String required(String field, String typed, int length) {
        String text = line(field, typed, length);
        if (text == null) {
            wrong(field, "required");
        }
        return text;
    }

    /** A choice that must not be missing. */
    public void required(String field, Object value) {
        if (value == null) {
            wrong(field, "required");
        }
    }

    /** A line without what nobody sees, null when nothing is left; more than {@code length} characters are wrong. */
    public String line(String field, String typed, int length) {
        return fitting(field, Normal.line(typed), length);
    }

    /** Text of several lines: line ends are kept, other control characters are not. */
    public String text(String field, String typed, int length) {
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
    public void check() {
        InvalidInput.throwIfAny(errors);
    }
}

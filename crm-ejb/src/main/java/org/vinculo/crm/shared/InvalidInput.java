package org.vinculo.crm.shared;

import java.io.Serializable;
import java.util.List;

/** What was entered cannot be accepted; names each field and what is wrong with it. */
public class InvalidInput extends BusinessException {

    private static final long serialVersionUID = 1L;
    private final List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super("invalid input");
        this.errors = List.copyOf(errors);
    }

    public static InvalidInput field(String field, String code, Serializable... args) {
        return new InvalidInput(List.of(FieldError.of(field, code, args)));
    }

    /** @throws InvalidInput when the list has an error */
    public static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    public List<FieldError> errors() {
        return errors;
    }
}

package org.vinculo.crm.value;

import java.io.Serializable;

/** @param name what the product is called, or null when only its code is known */
public record ProductName(String code, String name) implements Serializable {

    /** The name, or the code where there is none. */
    public String shown() {
        return name == null ? code : name;
    }
}

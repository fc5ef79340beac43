package org.vinculo.crm.container;

import java.util.concurrent.Callable;

/** What a call gave: a value or a failure. Carried out of the bean, because a container wraps what is thrown. */
public record Outcome<T>(T value, Exception failure) {

    static <T> Outcome<T> of(Callable<T> work) {
        try {
            return new Outcome<>(work.call(), null);
        } catch (Exception failure) {
            return new Outcome<>(null, failure);
        }
    }

    T get() {
        if (failure != null) {
            throw new AssertionError(failure);
        }
        return value;
    }
}

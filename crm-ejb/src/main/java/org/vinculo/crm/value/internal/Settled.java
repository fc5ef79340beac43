package org.vinculo.crm.value.internal;

import java.util.function.LongFunction;

/** What the newest of its kind says, which never changes: kept until another one is the newest. */
public final class Settled<T> {

    private record One<T>(long id, T says) {}

    private volatile One<T> last;

    /** @param reader of what says the one with an id, which nobody may change */
    public T of(long id, LongFunction<T> reader) {
        One<T> known = last;
        if (known == null || known.id() != id) {
            known = new One<>(id, reader.apply(id));
            last = known;
        }
        return known.says();
    }
}

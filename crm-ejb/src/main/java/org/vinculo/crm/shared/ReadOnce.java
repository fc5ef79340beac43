package org.vinculo.crm.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps what was read while one page is written, so that its parts do not ask the database for the same again. Outside
 * of {@link #begin} and {@link #end} everything is read each time: what changes something never sees a remembered value.
 */
public final class ReadOnce {

    private static final ThreadLocal<Map<Object, Object>> PAGE = new ThreadLocal<>();

    private ReadOnce() {}

    /** From now on this thread writes one page; whoever begins ends, too. */
    public static void begin() {
        if (PAGE.get() == null) {
            PAGE.set(new HashMap<>());
        }
    }

    public static void end() {
        PAGE.remove();
    }

    /** Something was written: what was read before may be outdated. */
    public static void forget() {
        Map<Object, Object> page = PAGE.get();
        if (page != null) {
            page.clear();
        }
    }

    /**
     * What is kept under the key, or what the reader finds now. Nobody may change it.
     *
     * @param key says who asks for what, with everything that the answer depends on
     */
    @SuppressWarnings("unchecked")
    public static <T> T of(Object key, Supplier<T> reader) {
        Map<Object, Object> page = PAGE.get();
        if (page == null) {
            return reader.get();
        }
        if (!page.containsKey(key)) {
            T found = reader.get();
            page.put(key, found);
            return found;
        }
        return (T) page.get(key);
    }
}

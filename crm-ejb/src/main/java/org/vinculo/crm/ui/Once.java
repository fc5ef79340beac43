package org.vinculo.crm.ui;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Does what a form asks for once, however often the form is sent: by two clicks, or again after going back. Belongs to
 * the bean of an open page; a form that was filled in otherwise is another deed.
 */
public final class Once implements Serializable {

    private static final long serialVersionUID = 1L;

    private List<Object> done;
    private Serializable result;

    /**
     * Does it, unless the same was done last.
     *
     * @param deed gives what is given again when the same is asked for again; when it fails, nothing was done
     * @param what everything that was entered
     */
    @SuppressWarnings("unchecked")
    public synchronized <T extends Serializable> T run(Supplier<T> deed, Object... what) {
        List<Object> asked = Arrays.asList(what.clone());
        if (asked.equals(done)) {
            return (T) result;
        }
        T fresh = deed.get();
        result = fresh;
        done = asked;
        return fresh;
    }

    /** What was done may be done again. */
    public synchronized void forget() {
        done = null;
        result = null;
    }
}

package org.vinculo.crm.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts that came to their limit, remembered for a minute: where there were more than ten thousand there are not
 * suddenly few, and to count up to the limit again would be the dearest part of a list. What stays below its limit is
 * counted every time.
 */
@ApplicationScoped
public class Plenty {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    @Inject
    Clock clock;

    private final Map<SqlText.Filled, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SqlText.Filled, Instant> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What a statement counts, or the limit where it came to it a short while ago.
     *
     * @param limit up to which the statement counts
     */
    public long count(SqlText statement, long limit, LongSupplier counting) {
        SqlText.Filled key = statement.filled();
        Instant now = clock.instant();
        synchronized (until) {
            Instant known = until.get(key);
            if (known != null && now.isBefore(known)) {
                return limit;
            }
        }
        long counted = counting.getAsLong();
        synchronized (until) {
            until.remove(key);
            if (counted >= limit) {
                until.put(key, now.plus(REMEMBERED));
            }
        }
        return counted;
    }
}

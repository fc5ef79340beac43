package org.vinculo.crm.identity.internal;

import java.time.Duration;

/**
 * How long to wait after so many failures: nothing for the first ones, then a minute that doubles each time, up to a
 * limit.
 */
record Backoff(int free, Duration first, Duration limit) {

    private static final int MAX_DOUBLINGS = 20;

    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration wait = first.multipliedBy(1L << Math.min(failures - free, MAX_DOUBLINGS));
        return wait.compareTo(limit) > 0 ? limit : wait;
    }
}

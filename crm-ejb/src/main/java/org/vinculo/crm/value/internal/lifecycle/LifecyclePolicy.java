package org.vinculo.crm.value.internal.lifecycle;

/**
 * When silence says something.
 *
 * @param pausePercent of the customer's own pauses that are shorter than a worrying one, 0 to 100
 * @param fewestPauses from which the customer's own pauses are used
 * @param usualPauseDays for customers with fewer pauses of their own
 * @param lapsedFactor multiple of a worrying pause after which somebody is gone, above 1
 */
public record LifecyclePolicy(int pausePercent, int fewestPauses, int usualPauseDays, double lapsedFactor) {

    /** @throws IllegalArgumentException when one of them is out of range */
    public LifecyclePolicy {
        if (pausePercent < 0 || pausePercent > 100 || fewestPauses < 1 || usualPauseDays < 1 || !(lapsedFactor > 1)) {
            throw new IllegalArgumentException("no policy for phases");
        }
    }

    /** Four fifths, three pauses, half a year, twice. */
    public static LifecyclePolicy initial() {
        return new LifecyclePolicy(80, 3, 180, 2);
    }
}

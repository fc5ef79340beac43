package org.vinculo.crm.value.internal.clv;

/**
 * What the purchase models need to know of one customer. The first purchase makes somebody a customer; only later ones count.
 *
 * @param repeats days with a purchase after the first one, up to the end of the observation ({@code x} in the papers)
 * @param lastRepeat weeks from the first purchase to the last, 0 without repeats ({@code t_x})
 * @param age weeks from the first purchase to the end of the observation ({@code T})
 * @param meanValue mean of the repeat days, without the first purchase; 0 without repeats ({@code m_x})
 */
public record RepeatSummary(int repeats, double lastRepeat, double age, double meanValue) {

    /** @throws IllegalArgumentException unless 0 &le; lastRepeat &le; age, and lastRepeat is 0 without repeats */
    public RepeatSummary {
        boolean ordered = lastRepeat >= 0 && lastRepeat <= age && age < Double.POSITIVE_INFINITY;
        if (repeats < 0 || !ordered || repeats == 0 && lastRepeat != 0) {
            throw new IllegalArgumentException("no purchase history: " + repeats + ", " + lastRepeat + ", " + age);
        }
    }

    /** The Gamma-Gamma model knows positive values only. */
    public boolean hasValue() {
        return repeats > 0 && meanValue > 0;
    }
}

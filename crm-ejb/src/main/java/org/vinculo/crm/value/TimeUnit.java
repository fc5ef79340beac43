package org.vinculo.crm.value;

/** The unit in which the time of a purchase model is shown and asked for; the computation is in weeks. */
public enum TimeUnit {
    DAY(1 / 7.0),
    WEEK(1);

    private final double weeks;

    TimeUnit(double weeks) {
        this.weeks = weeks;
    }

    /** Length in weeks. */
    public double weeks() {
        return weeks;
    }
}

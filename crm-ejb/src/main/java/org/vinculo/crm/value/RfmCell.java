package org.vinculo.crm.value;

/** The eleven named groups of the recency and frequency scores; every pair of scores has exactly one. */
public enum RfmCell {
    CHAMPIONS,
    LOYAL,
    POTENTIAL_LOYALISTS,
    NEW,
    PROMISING,
    NEED_ATTENTION,
    ABOUT_TO_SLEEP,
    CANNOT_LOSE,
    AT_RISK,
    HIBERNATING,
    LOST;

    /** Row = recency score 1 to 5, column = frequency score 1 to 5. */
    private static final RfmCell[][] GRID = {
        {LOST, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE},
        {HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE},
        {ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL},
        {PROMISING, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, LOYAL},
        {NEW, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS},
    };

    /**
     * @param recencyScore 1 (long ago) to 5
     * @param frequencyScore 1 (rare) to 5
     * @throws ArrayIndexOutOfBoundsException when a score is outside 1 to 5
     */
    public static RfmCell of(int recencyScore, int frequencyScore) {
        return GRID[recencyScore - 1][frequencyScore - 1];
    }
}

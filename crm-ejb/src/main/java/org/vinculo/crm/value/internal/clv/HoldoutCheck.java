package org.vinculo.crm.value.internal.clv;

import java.util.List;
import org.vinculo.crm.value.ModelGrade;

/**
 * What a model said would come against what came, on customers it was fitted on and a time it had not seen.
 *
 * @param customers checked
 * @param expected purchases that the model said
 * @param actual purchases that were made
 * @param byFrequency by number of repeats in the observation; the last group takes all from seven
 * @param calibration ten groups of equal size, from those of whom least was expected to those of whom most was
 * @param lift of the tenth of whom most was expected: their actual purchases against the mean; not a number when nobody bought
 */
public record HoldoutCheck(
        long customers, double expected, long actual, List<Group> byFrequency, List<Group> calibration, double lift) {

    /** @param label number of repeats, or number of the tenth from 1 */
    public record Group(int label, long customers, double meanExpected, double meanActual) {}

    /** Expected over actual less one; 0.1 for a tenth too many. Not a number when nobody bought. */
    public double deviation() {
        return actual == 0 ? Double.NaN : expected / actual - 1;
    }

    /** A within 10 %, B within 20 %, C within 35 %, one worse when the best tenth is not even half better than the rest. */
    public ModelGrade grade() {
        double off = Math.abs(deviation());
        if (customers == 0 || Double.isNaN(off)) {
            return ModelGrade.UNCHECKED;
        }
        int grade = off <= 0.1 ? 0 : off <= 0.2 ? 1 : off <= 0.35 ? 2 : 3;
        int worse = lift < 1.5 ? 1 : 0;
        return ModelGrade.values()[Math.min(grade + worse, ModelGrade.D.ordinal())];
    }
}

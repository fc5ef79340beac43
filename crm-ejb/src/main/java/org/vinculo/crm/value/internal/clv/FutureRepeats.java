package org.vinculo.crm.value.internal.clv;

/**
 * The bracket of equation (10) of Fader, Hardie and Lee (2005), brought into a form without its weak points.
 *
 * <p>The paper writes {@code c/(a-1) [1 - (1-z)^(r+x) F(r+x, b+x; c; z)]} with {@code c = a+b+x-1} and
 * {@code z = t/(alpha+T+t)}: it overflows for many repeats, and is 0/0 at {@code a = 1} and {@code c = 0}. By Euler's
 * transformation (Abramowitz and Stegun 15.3.3) it equals {@code c/(a-1) [1 - (1-z)^(a-1) F(c-r-x, a-1; c; z)]}, of whose
 * series every term has the factor {@code (a-1)/c}, which is divided out here before anything is summed. Where the
 * transformed series would alternate ({@code c-r-x} well below 0) the original one is summed, which has positive terms.
 */
final class FutureRepeats {

    private static final int MOST_TERMS = 5_000_000;
    private static final double NEGLIGIBLE = 1e-17;
    private static final double ALTERNATING = -2;
    private static final double NEXT_TO_ONE = 1e-7;
    private static final double LARGE = 1e250;

    private final double scale;
    private final double rate;
    private final double stay;
    private final double c;
    private final double w;

    FutureRepeats(BgNbd model, int repeats, double age) {
        this.scale = model.alpha() + age;
        this.rate = model.r() + repeats;
        this.stay = model.b() + repeats;
        this.c = model.a() + model.b() + repeats - 1;
        this.w = model.a() - 1;
    }

    /** Purchases expected in so many weeks of somebody who is alive, 0 or more. */
    double within(double weeks) {
        if (weeks <= 0) {
            return 0;
        }
        double z = weeks / (scale + weeks);
        double logLeft = -Math.log1p(weeks / scale);
        double value = c - rate > ALTERNATING ? transformed(z, logLeft) : original(z, logLeft);
        return Math.max(value, 0);
    }

    private double transformed(double z, double logLeft) {
        double head = w == 0 ? -logLeft : -Math.expm1(w * logLeft) / w;
        double term = (c - rate) * z;
        double sum = term;
        double scaled = 0;
        for (int n = 1; n < MOST_TERMS; n++) {
            double ratio = (c - rate + n) * (w + n) / ((c + n) * (n + 1)) * z;
            term *= ratio;
            sum += term;
            // of many who leave alike the sum passes all numbers while its factor falls below all of them
            if (Math.abs(sum) > LARGE) {
                term /= LARGE;
                sum /= LARGE;
                scaled += Math.log(LARGE);
            }
            if (isDone(term, ratio, sum)) {
                break;
            }
        }
        return c * head - Math.exp(scaled + w * logLeft) * sum;
    }

    private double original(double z, double logLeft) {
        // here the difference has to be taken before it is divided, so a = 1 is passed by at a small distance
        double apart = Math.abs(w) < NEXT_TO_ONE ? NEXT_TO_ONE : w;
        double moved = c - w + apart;
        double logFactor = rate * logLeft;
        double term = rate * stay * z;
        double sum = term;
        double scaled = 0;
        for (int n = 1; n < MOST_TERMS; n++) {
            double ratio = (rate + n) * (stay + n) / ((moved + n) * (n + 1)) * z;
            term *= ratio;
            sum += term;
            if (sum > LARGE) {
                term /= LARGE;
                sum /= LARGE;
                scaled += Math.log(LARGE);
            }
            if (isDone(term, ratio, sum)) {
                break;
            }
        }
        double tail = sum <= 0 ? 0 : Math.exp(Math.log(sum) + scaled + logFactor);
        return (-moved * Math.expm1(logFactor) - tail) / apart;
    }

    private static boolean isDone(double term, double ratio, double sum) {
        return Math.abs(ratio) < 1
                && Math.abs(term) * Math.abs(ratio) <= NEGLIGIBLE * Math.abs(sum) * (1 - Math.abs(ratio));
    }
}

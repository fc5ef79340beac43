package org.vinculo.crm.party.internal.match;

/** How alike two texts are, 0 to 1. */
final class Likeness {

    private static final double PREFIX_SCALE = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private Likeness() {}

    /** Jaro's similarity with Winkler's bonus for a common beginning of up to four letters (Winkler 1990). */
    static double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] takenA = new boolean[a.length()];
        boolean[] takenB = new boolean[b.length()];
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= end; j++) {
                if (!takenB[j] && a.charAt(i) == b.charAt(j)) {
                    takenA[i] = true;
                    takenB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int transposed = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (takenA[i]) {
                while (!takenB[j]) {
                    j++;
                }
                if (a.charAt(i) != b.charAt(j++)) {
                    transposed++;
                }
            }
        }
        double m = common;
        return (m / a.length() + m / b.length() + (m - transposed / 2.0) / m) / 3;
    }

    /** Whether one slip of the keyboard apart: a letter changed, left out, added, or two neighbours swapped. */
    static boolean oneSlip(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int leftA = a.length() - start - end;
        int leftB = b.length() - start - end;
        boolean swapped = leftA == 2
                && leftB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return swapped || Math.max(leftA, leftB) <= 1;
    }
}

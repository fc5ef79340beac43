package org.vinculo.crm.exchange.internal.file;

/** Whether bytes can be UTF-8. A handful of damaged characters in a long text does not change what it is. */
final class Utf8Check {

    private long good;
    private long bad;
    private int missing;
    private int lead;

    void add(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            int b = block[i] & 0xFF;
            if (missing > 0) {
                follow(b);
            } else {
                begin(b);
            }
        }
    }

    boolean isPlausible() {
        return bad == 0 || good > bad * 20;
    }

    private void begin(int b) {
        if (b < 0x80) {
            return;
        }
        lead = b;
        if (b >= 0xC2 && b <= 0xDF) {
            missing = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            missing = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            missing = 3;
        } else {
            bad++;
        }
    }

    private void follow(int b) {
        boolean follows = (b & 0xC0) == 0x80;
        boolean first = lead != 0;
        if (!follows || first && isForbiddenSecond(b)) {
            bad++;
            missing = 0;
            if (!follows) {
                begin(b);
            }
            return;
        }
        lead = 0;
        missing--;
        if (missing == 0) {
            good++;
        }
    }

    /** Overlong forms, surrogates and code points beyond Unicode. */
    private boolean isForbiddenSecond(int b) {
        return lead == 0xE0 && b < 0xA0
                || lead == 0xED && b > 0x9F
                || lead == 0xF0 && b < 0x90
                || lead == 0xF4 && b > 0x8F;
    }
}

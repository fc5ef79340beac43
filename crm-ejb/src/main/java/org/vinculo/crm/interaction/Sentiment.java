package org.vinculo.crm.interaction;

/** How the customer felt about it. */
public enum Sentiment {
    UNHAPPY(-1),
    NEUTRAL(0),
    HAPPY(1);

    private final int number;

    Sentiment(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Sentiment of(int number) {
        return number < 0 ? UNHAPPY : number > 0 ? HAPPY : NEUTRAL;
    }
}

package org.vinculo.crm.backoffice.imports;

import java.time.Duration;
import java.util.Locale;
import org.vinculo.crm.shared.Texts;

/** How long something still takes, in words. */
public final class TimeLeft {

    private TimeLeft() {}

    /** Empty while it cannot be told. */
    public static String text(Duration left, Locale locale) {
        if (left == null) {
            return "";
        }
        return left.toMinutes() > 1
                ? Texts.text(locale, "exchange.view.minutesLeft", left.toMinutes())
                : Texts.text(locale, "exchange.view.secondsLeft", left.toSeconds());
    }
}

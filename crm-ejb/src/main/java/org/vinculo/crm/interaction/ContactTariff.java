package org.vinculo.crm.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.Money;

/** What contacts cost; the room that keeps the price list implements it. Each conversation keeps the price of its day. */
public interface ContactTariff {

    /** The price list as it is now, to price many conversations with. */
    Prices prices();

    /** Prices of all days. */
    @FunctionalInterface
    interface Prices {

        /** What one contact took; empty on days for which nobody said. @param duration null when unknown */
        Optional<Money> of(Channel channel, Instant at, Duration duration);
    }
}

package org.vinculo.crm.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.access.PageClient;

/**
 * Somebody at a browser: signed in at both doors, with choices of their own.
 *
 * @param known addresses of customers that there are
 * @param own addresses of customers that nobody else changes
 * @param changed how many of them were changed
 */
record Person(
        PageClient office,
        PageClient portal,
        PageClient stranger,
        ApiClient api,
        List<String> known,
        List<String> own,
        AtomicInteger changed,
        SplittableRandom chance) {

    String customer() {
        return known.get(chance.nextInt(known.size()));
    }

    /** The one that was changed longest ago. */
    String ownCustomer() {
        return own.get(changed.getAndIncrement() % own.size());
    }

    String of(List<String> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    /** A name that nobody has and no other sounds like. */
    String newName() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}

package org.vinculo.crm.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers about a whole base, remembered where it is so large that everybody would wait for each: a hundred times as long as
 * an answer took to find, between a minute and an hour. Whoever tells them says of what time they are. Of a small base
 * everything is counted every time.
 */
@ApplicationScoped
public class LargeBase {

    public static final long LARGE = 10_000;
    private static final int TIMES = 100;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST = 200;

    @Inject
    Clock clock;

    private final Map<List<Object>, Kept> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Kept> eldest) {
            return size() > MOST;
        }
    };

    private static final class Kept {
        private Object answer;
        private Instant until = Instant.MIN;
    }

    /**
     * The answer of the database, or the one it gave a short while ago; who asks while it is looked for waits for it.
     *
     * @param customers how many there are
     * @param finding gives what nobody changes
     * @param question with everything that the answer depends on
     */
    @SuppressWarnings("unchecked")
    public <T> T answer(long customers, Supplier<T> finding, Object... question) {
        if (customers <= LARGE) {
            return finding.get();
        }
        Kept kept = kept(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(question))));
        synchronized (kept) {
            Instant asked = clock.instant();
            if (!asked.isBefore(kept.until)) {
                kept.answer = finding.get();
                Instant found = clock.instant();
                kept.until = found.plus(lasts(Duration.between(asked, found)));
            }
            return (T) kept.answer;
        }
    }

    private Kept kept(List<Object> key) {
        synchronized (answers) {
            return answers.computeIfAbsent(key, any -> new Kept());
        }
    }

    private static Duration lasts(Duration took) {
        Duration lasts = took.multipliedBy(TIMES);
        if (lasts.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts;
    }
}

package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Pause;

/** Programs that write customers without end, and repeat under the same key what was not answered. */
final class Writers {

    /** Their customers are called so, and a number. */
    static final String NAME = "Written";

    private static final Duration BEFORE_A_REPETITION = Duration.ofMillis(200);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    /** Status of the last answer to what is not done yet. */
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    Writers(int howMany, ApiClient api) {
        this(howMany, "", api);
    }

    /** @param round keeps their customers apart from those of others at the same server */
    Writers(int howMany, String round, ApiClient api) {
        for (int i = 0; i < howMany; i++) {
            String name = NAME + round + i + "x";
            Thread thread = new Thread(() -> write(name, api), "writer " + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void write(String name, ApiClient api) {
        for (int number = 0; !over; number++) {
            String mine = name + number;
            while (!wasTaken(mine, api)) {
                Pause.of(BEFORE_A_REPETITION);
            }
            acknowledged.add(mine);
            told.remove(mine);
            Pause.of(BETWEEN);
        }
    }

    private boolean wasTaken(String name, ApiClient api) {
        try {
            int status = api.post(
                            "customers",
                            "{\"kind\":\"ORGANISATION\",\"name\":\"" + name + "\"}",
                            Map.of("Idempotency-Key", name))
                    .status();
            told.put(name, status);
            return status == 201;
        } catch (UncheckedIOException cut) {
            return false;
        }
    }

    /** Lets each finish what it is at; the names of all that they were told are there. */
    Set<String> finish() {
        over = true;
        threads.forEach(thread -> {
            try {
                thread.join(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            assertThat(thread.isAlive())
                    .as("waits for the answer to what it wrote; the last it was told: %s", told)
                    .isFalse();
        });
        return Set.copyOf(acknowledged);
    }
}

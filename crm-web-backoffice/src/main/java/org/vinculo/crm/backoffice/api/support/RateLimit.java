package org.vinculo.crm.backoffice.api.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.TooManyRequests;

/** So many calls a minute for each token, counted per server. */
@Provider
@ApplicationScoped
@Priority(Priorities.USER - 1000)
public class RateLimit implements ContainerRequestFilter {

    private final Map<Long, Window> windows = new ConcurrentHashMap<>();

    private record Window(long minute, int calls) {}

    @Inject
    CurrentCaller callers;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = callers.get();
        if (caller.kind() != Caller.Kind.TOKEN) {
            return;
        }
        long second = clock.instant().getEpochSecond();
        Window window = windows.compute(
                caller.accountId(),
                (token, before) -> before == null || before.minute != second / 60
                        ? new Window(second / 60, 1)
                        : new Window(before.minute, before.calls + 1));
        if (window.calls > settings.number(Setting.API_CALLS_PER_MINUTE)) {
            throw new TooManyRequests(Duration.ofSeconds(60 - second % 60));
        }
    }
}

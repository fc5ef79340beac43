package org.vinculo.crm.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.Clients;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/**
 * Who may ask for health and figures: programs on this machine and at the addresses of a setting. A request that a proxy
 * passed on comes from elsewhere, whatever address it arrives with; unless the proxy is known, that is not believed.
 */
@ApplicationScoped
public class Watchers {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    private static final List<String> PASSED_ON = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP");

    @Inject
    Settings settings;

    @Inject
    Clients clients;

    public boolean admit(HttpServletRequest request) {
        boolean passedOn = PASSED_ON.stream().anyMatch(header -> request.getHeader(header) != null);
        if (passedOn && !settings.trustedProxies().contains(request.getRemoteAddr())) {
            return false;
        }
        String address = clients.of(request, Locale.ENGLISH).ip();
        return LOOPBACK.contains(address)
                || Arrays.stream(settings.get(Setting.WATCHERS).split(","))
                        .map(String::strip)
                        .anyMatch(address::equals);
    }
}

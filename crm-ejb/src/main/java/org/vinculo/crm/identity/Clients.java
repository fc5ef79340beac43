package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vinculo.crm.platform.Settings;

/** Finds out where a request comes from. Forwarding headers count only when a proxy we know of sent them. */
@ApplicationScoped
public class Clients {

    @Inject
    Settings settings;

    public ClientInfo of(HttpServletRequest request, Locale locale) {
        return new ClientInfo(
                address(
                        request.getRemoteAddr(),
                        Collections.list(request.getHeaders("X-Forwarded-For")),
                        settings.trustedProxies()),
                request.getHeader("User-Agent"),
                locale);
    }

    /** The last address that was not one of our own proxies: what stands before it the client may have invented. */
    static String address(String remote, List<String> forwarded, Set<String> proxies) {
        if (!proxies.contains(remote)) {
            return remote;
        }
        List<String> hops = forwarded.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!proxies.contains(hops.get(i))) {
                return hops.get(i).matches("[0-9A-Fa-f:.]{2,45}") ? hops.get(i) : remote;
            }
        }
        return remote;
    }
}

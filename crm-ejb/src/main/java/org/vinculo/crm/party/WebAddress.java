package org.vinculo.crm.party;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Web addresses that may become a link: only http and https, with a host and without credentials. */
public final class WebAddress {

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:(?!\\d).*");
    private static final int MAX_LENGTH = 300;

    private WebAddress() {}

    /** The address with scheme and host in lower case; empty when it is none or not safe to follow. */
    public static Optional<String> safe(String typed) {
        if (typed == null || typed.isBlank() || typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = typed.strip();
        try {
            URI uri = new URI(SCHEME.matcher(text).matches() ? text : "https://" + text);
            return isSafe(uri) ? Optional.of(normalised(uri)) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http"))
                && uri.getHost() != null
                && uri.getHost().contains(".")
                && uri.getRawUserInfo() == null;
    }

    private static String normalised(URI uri) {
        StringBuilder address = new StringBuilder(uri.getScheme().toLowerCase(Locale.ROOT))
                .append("://")
                .append(uri.getHost().toLowerCase(Locale.ROOT));
        if (uri.getPort() != -1) {
            address.append(':').append(uri.getPort());
        }
        address.append(uri.getRawPath() == null ? "" : uri.getRawPath());
        if (uri.getRawQuery() != null) {
            address.append('?').append(uri.getRawQuery());
        }
        if (uri.getRawFragment() != null) {
            address.append('#').append(uri.getRawFragment());
        }
        return address.toString();
    }
}

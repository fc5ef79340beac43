package org.vinculo.crm.identity;

import java.io.Serializable;
import java.util.Locale;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/**
 * Where a request comes from.
 *
 * @param ip address of the client
 * @param userAgent browser as it calls itself, without control characters, cut to what the log keeps
 * @param locale one of the product's languages
 */
public record ClientInfo(String ip, String userAgent, Locale locale) implements Serializable {

    private static final int MAX_IP = 64;
    private static final int MAX_AGENT = 300;

    public ClientInfo {
        ip = cut(ip, MAX_IP);
        userAgent = cut(userAgent, MAX_AGENT);
        locale = Texts.supported(locale);
    }

    private static String cut(String text, int length) {
        String line = Normal.line(text);
        return line == null || line.length() <= length ? line : line.substring(0, length);
    }
}

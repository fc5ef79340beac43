package org.vinculo.crm.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.shared.Texts;

/**
 * Which of the product's languages a request gets: the signed-in person's own, then the one chosen at the door
 * (cookie), then what the browser prefers. Nothing outside {@link Texts#LOCALES} ever comes out.
 */
public final class Locales {

    static final String COOKIE = "lang";

    private Locales() {}

    public static Locale of(Caller caller) {
        return Texts.supported(caller.locale());
    }

    public static Locale of(Caller caller, HttpServletRequest request) {
        if (caller.kind() != Caller.Kind.ANONYMOUS) {
            return of(caller);
        }
        return choose(cookie(request), Collections.list(request.getLocales()));
    }

    static Locale choose(String chosen, List<Locale> preferred) {
        if (chosen != null) {
            return Texts.supported(chosen);
        }
        return preferred.stream()
                .filter(wanted -> Texts.LOCALES.stream()
                        .anyMatch(ours -> ours.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .map(Texts::supported)
                .orElse(Texts.LOCALES.get(0));
    }

    private static String cookie(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return null;
        }
        for (Cookie cookie : request.getCookies()) {
            if (COOKIE.equals(cookie.getName())) {
                return cookie.getValue();
            }
        }
        return null;
    }
}

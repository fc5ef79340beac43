package org.vinculo.crm.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser calls itself, as people would say it: {@code Firefox, Windows}. */
public final class Browser {

    private static final Map<String, String> BROWSERS = ordered(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS",
            "Firefox",
            "Chrome/",
            "Chrome",
            "CriOS",
            "Chrome",
            "Safari/",
            "Safari");
    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");
    private static final int LONGEST = 40;

    private Browser() {}

    /** Null for null; what is not known is shown as it calls itself, cut. */
    public static String name(String userAgent) {
        if (userAgent == null) {
            return null;
        }
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (browser == null) {
            return userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) + "…" : userAgent;
        }
        return system == null ? browser : browser + ", " + system;
    }

    private static String first(Map<String, String> marks, String userAgent) {
        return marks.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

package org.vinculo.crm.ui;

import java.util.Arrays;

/** The two applications and what their addresses and cookies are called. */
public enum Door {
    BACKOFFICE("/backoffice", "STAFFSID", "staff"),
    PORTAL("/portal", "PORTALSID", "customer");

    private final String contextPath;
    private final String cookie;
    private final String role;

    Door(String contextPath, String cookie, String role) {
        this.contextPath = contextPath;
        this.cookie = cookie;
        this.role = role;
    }

    public static Door of(String contextPath) {
        return Arrays.stream(values())
                .filter(door -> door.contextPath.equals(contextPath))
                .findFirst()
                .orElseThrow();
    }

    public String contextPath() {
        return contextPath;
    }

    public String cookie() {
        return cookie;
    }

    /** Container role of everybody who is signed in here. */
    public String role() {
        return role;
    }
}

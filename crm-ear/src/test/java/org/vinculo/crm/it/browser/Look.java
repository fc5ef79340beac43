package org.vinculo.crm.it.browser;

/** What somebody looks through: size of the window, language of the browser, dark or light. */
public record Look(int width, int height, String language, boolean dark) {

    public static final Look DESK = new Look(1440, 900, "en", false);
    public static final Look PHONE = new Look(390, 844, "en", false);

    public Look in(String otherLanguage) {
        return new Look(width, height, otherLanguage, dark);
    }

    public Look atNight() {
        return new Look(width, height, language, true);
    }

    boolean isPhone() {
        return width < 600;
    }
}

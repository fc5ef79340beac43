package org.vinculo.crm.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Texts for people. The first segment of a key names its bundle: {@code party.list.title} is looked up in
 * {@code i18n/party.properties} and its translations.
 */
public final class Texts {

    /** The languages of the product, the first one being the fallback. */
    public static final List<Locale> LOCALES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es"));

    private static final String FOLDER = "org.vinculo.crm.i18n.";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** The text, with {@link MessageFormat} arguments filled in when given; the key itself when there is none. */
    public static String text(Locale locale, String key, Object... args) {
        String pattern = pattern(locale, key);
        if (pattern == null) {
            return key;
        }
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
    }

    public static boolean has(Locale locale, String key) {
        return pattern(locale, key) != null;
    }

    /** The keys of a bundle below a prefix such as {@code audit.action.}, in alphabetical order. */
    public static List<String> keys(String prefix) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                FOLDER + prefix.substring(0, prefix.indexOf('.')),
                LOCALES.get(0),
                Texts.class.getClassLoader(),
                NO_FALLBACK);
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** The product's locale nearest to the wanted one; {@link #LOCALES} first when nothing fits. */
    public static Locale supported(Locale wanted) {
        if (wanted == null) {
            return LOCALES.get(0);
        }
        return LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LOCALES.get(0));
    }

    /** The product's locale for a language tag from outside; unknown or malformed tags give the fallback. */
    public static Locale supported(String languageTag) {
        return supported(languageTag == null ? null : Locale.forLanguageTag(languageTag.replace('_', '-')));
    }

    private static String pattern(Locale locale, String key) {
        int dot = key == null ? -1 : key.indexOf('.');
        if (dot <= 0) {
            return null;
        }
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    FOLDER + key.substring(0, dot), supported(locale), Texts.class.getClassLoader(), NO_FALLBACK);
            return bundle.containsKey(key) ? bundle.getString(key) : null;
        } catch (MissingResourceException noSuchBundle) {
            return null;
        }
    }
}

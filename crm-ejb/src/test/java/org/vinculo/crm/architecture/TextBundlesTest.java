package org.vinculo.crm.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;

/** The texts for people: complete in every language, well formed, and all there that pages and code ask for. */
class TextBundlesTest {

    private static final Path FOLDER = Sources.EJB.resolve("resources/org/vinculo/crm/i18n");
    private static final List<String> TRANSLATIONS = List.of("pt_BR", "es");
    /** Look like keys of a bundle and are something else: properties of the file for an unattended first start. */
    private static final Set<String> NOT_KEYS = Set.of("api.token");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern IN_FACELET = Pattern.compile(
            "(?:\\bt\\[|\\bt\\.of\\(|v:text[234]?\\()\\s*(?:[^'\\]\\)]*\\?\\s*)?'([^']+)'(\\s*(?:\\.concat|\\+=))?"
                    + "(?:\\s*:\\s*'([^']+)')?");

    private final Map<String, Map<String, String>> english = bundles();

    @Test
    void everyLanguageHasTheSameKeys() {
        Set<String> differences = new TreeSet<>();

        english.forEach((bundle, texts) -> TRANSLATIONS.forEach(language -> {
            Set<String> translated = load(bundle, language).keySet();
            texts.keySet().stream()
                    .filter(key -> !translated.contains(key))
                    .forEach(key -> differences.add(language + " lacks " + key));
            translated.stream()
                    .filter(key -> !texts.containsKey(key))
                    .forEach(key -> differences.add(language + " has a key of its own: " + key));
        }));

        assertThat(differences).isEmpty();
    }

    @Test
    void keysStartWithTheNameOfTheirBundle() {
        Set<String> lost = new TreeSet<>();

        english.forEach((bundle, texts) -> texts.keySet().stream()
                .filter(key -> !key.startsWith(bundle + ".") && !isOfFaces(bundle, key))
                .forEach(lost::add));

        assertThat(lost).isEmpty();
    }

    @Test
    void noKeyIsDefinedTwice() {
        Set<String> twice = new TreeSet<>();

        for (Path file : Sources.files(FOLDER, ".properties")) {
            Set<String> seen = new TreeSet<>();
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    if (!seen.add((String) key)) {
                        twice.add(file.getFileName() + ": " + key);
                    }
                    return super.put(key, value);
                }

                void read() {
                    try {
                        load(new StringReader(Sources.read(file)));
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }.read();
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void everyLanguageTakesTheSameArguments() {
        Set<String> differences = new TreeSet<>();

        english.forEach((bundle, texts) ->
                TRANSLATIONS.forEach(language -> load(bundle, language).forEach((key, text) -> {
                    if (texts.containsKey(key) && !arguments(text).equals(arguments(texts.get(key)))) {
                        differences.add(language + " " + key + " " + arguments(text) + " instead of "
                                + arguments(texts.get(key)));
                    }
                })));

        assertThat(differences).isEmpty();
    }

    /** With arguments an apostrophe must be doubled; without, the text is shown as it is written. */
    @Test
    void textsAreWellFormed() {
        Set<String> malformed = new TreeSet<>();

        everyText((place, text) -> {
            boolean takesArguments = !arguments(text).isEmpty();
            if (text.isBlank()) {
                malformed.add(place + ": empty");
            }
            if (takesArguments && text.replace("''", "").contains("'")) {
                malformed.add(place + ": single apostrophe in a text with arguments");
            }
            if (!takesArguments && text.contains("''")) {
                malformed.add(place + ": doubled apostrophe in a text without arguments");
            }
            if (takesArguments) {
                try {
                    new MessageFormat(text);
                } catch (IllegalArgumentException failure) {
                    malformed.add(place + ": " + failure.getMessage());
                }
            }
            if (text.matches("(?s).*(?<!\\d)<(?:[a-z]+|/[a-z]+)[ >].*")) {
                malformed.add(place + ": markup");
            }
        });

        assertThat(malformed).isEmpty();
    }

    @Test
    void longTextsAreTranslated() {
        Set<String> copied = new TreeSet<>();

        english.forEach((bundle, texts) ->
                TRANSLATIONS.forEach(language -> load(bundle, language).forEach((key, text) -> {
                    if (text.equals(texts.get(key)) && text.split("\\p{L}{2,}", -1).length > 4) {
                        copied.add(language + " " + key + " = " + text);
                    }
                })));

        assertThat(copied).isEmpty();
    }

    @Test
    void everyTextThatAPageAsksForExists() {
        Set<String> missing = new TreeSet<>();

        for (Path file : Sources.facelets()) {
            String source = Sources.read(file);
            Matcher use = IN_FACELET.matcher(source);
            while (use.find()) {
                check(use.group(1), use.group(2) != null, Sources.place(file, source, use.start()), missing);
                if (use.group(3) != null) {
                    check(use.group(3), false, Sources.place(file, source, use.start()), missing);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextThatCodeAsksForExists() {
        Set<String> missing = new TreeSet<>();
        Pattern key = Pattern.compile("(?:" + String.join("|", english.keySet()) + ")(?:\\.[A-Za-z0-9_]+)+\\.?");

        for (Path file : Sources.java()) {
            String source = Sources.read(file);
            Matcher literal = STRING.matcher(source);
            while (literal.find()) {
                String text = literal.group(1);
                if (key.matcher(text).matches()
                        && Permission.ofCode(text).isEmpty()
                        && !NOT_KEYS.contains(text)
                        && !isMailTemplate(text)
                        && !exists("audit.action." + text)) {
                    check(
                            text,
                            text.endsWith(".") || followedByPlus(source, literal.end()),
                            Sources.place(file, source, literal.start()),
                            missing);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /** Codes of refusals are keys of the bundle {@code errors}, unless they name another bundle. */
    @Test
    void everyRefusalHasAText() {
        Set<String> missing = new TreeSet<>();
        Pattern refusal = Pattern.compile(
                "(?:InvalidInput\\.field|new FieldError)\\(\\s*[^,()]+(?:\\([^()]*\\))?,\\s*\"([^\"]+)\"");

        for (Path file : Sources.java()) {
            String source = Sources.read(file);
            Matcher use = refusal.matcher(source);
            while (use.find()) {
                if (!exists(use.group(1)) && !exists("errors." + use.group(1))) {
                    missing.add(use.group(1) + " in " + Sources.place(file, source, use.start()));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private void check(String key, boolean isPrefix, String place, Set<String> missing) {
        boolean found = isPrefix ? startsSomething(key) : exists(key);
        if (!found) {
            missing.add(key + (isPrefix ? "…" : "") + " in " + place);
        }
    }

    private boolean exists(String key) {
        return english.getOrDefault(bundleOf(key), Map.of()).containsKey(key);
    }

    private boolean startsSomething(String prefix) {
        return english.getOrDefault(bundleOf(prefix), Map.of()).keySet().stream()
                .anyMatch(key -> key.startsWith(prefix));
    }

    private static String bundleOf(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    private static boolean isOfFaces(String bundle, String key) {
        return bundle.equals("faces") && key.startsWith("jakarta.faces.");
    }

    private boolean isMailTemplate(String key) {
        return exists(key + ".subject") && exists(key + ".body");
    }

    private static boolean followedByPlus(String source, int offset) {
        return source.substring(offset).stripLeading().startsWith("+");
    }

    private void everyText(java.util.function.BiConsumer<String, String> check) {
        english.forEach((bundle, texts) -> {
            texts.forEach((key, text) -> check.accept("en " + key, text));
            TRANSLATIONS.forEach(language ->
                    load(bundle, language).forEach((key, text) -> check.accept(language + " " + key, text)));
        });
    }

    private static List<String> arguments(String text) {
        Set<String> numbers =
                ARGUMENT.matcher(text).results().map(match -> match.group(1)).collect(toCollection(TreeSet::new));
        return new ArrayList<>(numbers);
    }

    private static Map<String, Map<String, String>> bundles() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Path file : Sources.files(FOLDER, ".properties")) {
            String name = file.getFileName().toString().replace(".properties", "");
            if (TRANSLATIONS.stream().noneMatch(language -> name.endsWith("_" + language))) {
                all.put(name, load(name, ""));
            }
        }
        return all;
    }

    private static Map<String, String> load(String bundle, String language) {
        Path file = FOLDER.resolve(bundle + (language.isEmpty() ? "" : "_" + language) + ".properties");
        if (!java.nio.file.Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.read(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}

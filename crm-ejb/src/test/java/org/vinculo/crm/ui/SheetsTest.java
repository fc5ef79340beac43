package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises that the style sheets make to each other. */
class SheetsTest {

    @Test
    void bothWaysIntoTheDarkAreTheSame() {
        String tokens = read("tokens.css");

        assertThat(values(tokens, ":root:not([data-theme=light]) {"))
                .isNotEmpty()
                .isEqualTo(values(tokens, ":root[data-theme=dark] {"));
        assertThat(values(tokens, ":root.portal:not([data-theme=light]) {"))
                .isNotEmpty()
                .isEqualTo(values(tokens, ":root.portal[data-theme=dark] {"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"components.css", "areas.css", "primefaces.css", "phone.css", "icons.css"})
    void onlyTheTokensNameAColour(String sheet) {
        String withoutMasks = read(sheet).replaceAll("url\\(\"data:image/svg[^\"]*\"\\)", "");

        assertThat(withoutMasks).doesNotContainPattern("#[0-9a-fA-F]{3,8}[\\s;,)}]");
        assertThat(withoutMasks).doesNotContainPattern("(?i)\\b(rgba?|hsla?)\\(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"components.css", "areas.css", "primefaces.css", "phone.css", "icons.css"})
    void everyTokenThatIsUsedExists(String sheet) {
        String all = read("tokens.css")
                + read("components.css")
                + read("areas.css")
                + read("icons.css")
                + read("primefaces.css");
        Set<String> missing = new TreeSet<>();

        Matcher use = Pattern.compile("var\\((--[a-z0-9-]+)").matcher(read(sheet));
        while (use.find()) {
            if (!all.contains(use.group(1) + ":")) {
                missing.add(use.group(1));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyIconCanBeUsedAsAClass() {
        Set<String> drawn = names(read("icons.svg"), "symbol id=\"([a-z-]+)\"");

        assertThat(drawn).isNotEmpty().isEqualTo(names(read("icons.css"), "\\.i-([a-z-]+) \\{"));
    }

    private static Set<String> names(String text, String pattern) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String values(String sheet, String selector) {
        int from = sheet.indexOf(selector) + selector.length();
        return sheet.substring(from, sheet.indexOf('}', from)).replaceAll("\\s+", " ");
    }

    private static String read(String name) {
        try (InputStream file = SheetsTest.class.getResourceAsStream("/META-INF/resources/vinculo/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

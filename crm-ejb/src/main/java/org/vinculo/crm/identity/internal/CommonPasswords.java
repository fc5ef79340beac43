package org.vinculo.crm.identity.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lists that are shipped with the product: common words and phrases, and what leaks show to be used most. A password counts as common when nothing but
 * listed words, digits, keyboard runs and punctuation is in it, whatever the spelling: {@code P@ssw0rd2026!} is
 * {@code password} and a year. Long passphrases of several unlisted words pass.
 */
final class CommonPasswords {

    private static final String FOLDER = "/org/vinculo/crm/identity/";
    private static final Map<Character, Character> LOOKS_LIKE =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '8', 'b', '@', 'a', '$', 's', '!', 'i');
    private static final int MAX_WORDS = 2;

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords load() {
        return new CommonPasswords(Stream.of("common-passwords.txt", "breached-passwords.txt")
                .flatMap(CommonPasswords::lines)
                .collect(Collectors.toSet()));
    }

    static Stream<String> lines(String list) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CommonPasswords.class.getResourceAsStream(FOLDER + list), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String password) {
        String folded = fold(password);
        return words.contains(folded)
                || isWords(letters(folded), MAX_WORDS)
                || isWords(letters(unspelled(folded)), MAX_WORDS)
                || isWords(trimmed(unspelled(folded)), MAX_WORDS);
    }

    /** Lower case letters and digits only, look-alike characters undone. */
    static String plain(String text) {
        return unspelled(fold(text)).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String unspelled(String folded) {
        StringBuilder plain = new StringBuilder(folded.length());
        for (char next : folded.replaceAll("[\\p{N}\\p{P}\\p{S}\\s]+$", "").toCharArray()) {
            plain.append(LOOKS_LIKE.getOrDefault(next, next));
        }
        return plain.toString();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private boolean isWords(String text, int atMost) {
        if (words.contains(text)) {
            return true;
        }
        if (atMost == 1) {
            return false;
        }
        for (int cut = 3; cut <= text.length() - 3; cut++) {
            if (words.contains(text.substring(0, cut)) && isWords(text.substring(cut), atMost - 1)) {
                return true;
            }
        }
        return false;
    }
}

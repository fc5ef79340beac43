package org.vinculo.crm.party.internal;

import java.util.Set;

/** Words of the languages of the product that are in nearly every text, so that nobody finds anything by them. */
final class StopWords {

    private static final Set<String> WORDS = Set.of(
            "a", "ao", "aos", "as", "at", "be", "by", "com", "con", "da", "das", "de", "del", "do", "dos", "e", "el",
            "em", "en", "for", "in", "is", "it", "la", "las", "lo", "los", "na", "nas", "no", "nos", "o", "of", "on",
            "or", "os", "ou", "para", "pela", "pelo", "por", "que", "se", "sem", "sin", "su", "the", "to", "u", "um",
            "uma", "un", "una", "was", "we", "with", "y", "and", "an", "are", "this", "that", "you", "your");

    private StopWords() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }
}

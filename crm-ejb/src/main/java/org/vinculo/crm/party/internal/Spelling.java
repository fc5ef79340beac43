package org.vinculo.crm.party.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One typing error: a letter too many, one missing, a wrong one, or two swapped. Two words that far apart share a
 * spelling once each has lost at most one letter, so the spellings of the words that there are can be looked up.
 */
final class Spelling {

    static final int SHORTEST = 4;
    static final int LONGEST = 30;

    /** Errors beyond this letter are not looked for; the beginning of so long a word is found anyway. */
    private static final int LETTERS = 15;

    private Spelling() {}

    /** Whether a word takes part: letters only, and long enough that one letter less still says something. */
    static boolean isWord(String word) {
        return word.length() >= 3 && word.length() <= LONGEST && word.chars().allMatch(Character::isLetter);
    }

    /** The word itself and what is left of it without one of its letters. */
    static Set<String> variants(String word) {
        Set<String> variants = new LinkedHashSet<>();
        variants.add(word);
        if (word.length() >= SHORTEST) {
            for (int i = 0; i < Math.min(LETTERS, word.length()); i++) {
                variants.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return variants;
    }

    /** Whether the word, or its beginning when enough letters were typed, is the typed one but for one error. */
    static boolean isClose(String typed, String word) {
        if (isOneApart(typed, word)) {
            return true;
        }
        if (typed.length() <= SHORTEST) {
            return false;
        }
        for (int length = typed.length() - 1; length <= Math.min(word.length() - 1, typed.length() + 1); length++) {
            if (isOneApart(typed, word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    /** Whether at most one letter has to be added, dropped, changed or swapped with its neighbour. */
    static boolean isOneApart(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (Math.max(one.length(), other.length()) - shorter > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() != other.length()) {
            return rest(one, one.length() > shorter ? same + 1 : same)
                    .equals(rest(other, other.length() > shorter ? same + 1 : same));
        }
        if (same >= one.length() || rest(one, same + 1).equals(rest(other, same + 1))) {
            return true;
        }
        return same + 1 < one.length()
                && one.charAt(same) == other.charAt(same + 1)
                && one.charAt(same + 1) == other.charAt(same)
                && rest(one, same + 2).equals(rest(other, same + 2));
    }

    private static String rest(String word, int from) {
        return word.substring(Math.min(from, word.length()));
    }
}

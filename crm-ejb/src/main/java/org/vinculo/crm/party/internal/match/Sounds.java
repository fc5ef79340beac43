package org.vinculo.crm.party.internal.match;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a word sounds to a Portuguese, Spanish or English ear, as one code: letters that are written differently and
 * spoken alike in one of the three languages fall together, vowels count only at the beginning. Coarser than one
 * language's rules alone, since nobody knows in which language a name is meant.
 */
final class Sounds {

    private record Rule(Pattern pattern, String sound) {}

    private static final int LENGTH = 6;

    /** In this order; the input is folded: lower case, no accents. */
    private static final List<Rule> RULES = List.of(
            rule("^(kn|gn|pn)", "n"),
            rule("^wr", "r"),
            rule("^ps", "s"),
            rule("^h(?=[aeiouy])", ""),
            rule("^x", "s"),
            // ss, sc and soft c, s and z, cedilla (folded to c before a, o, u it stays k: names with it are rare).
            rule("sch", "x"),
            rule("(sh|ch|tch)", "x"),
            rule("(ph)", "f"),
            rule("(ght|gt)$", "t"),
            rule("gh", ""),
            rule("(nh|ny|gn)", "n"),
            rule("(lh|ll)", "l"),
            rule("th", "t"),
            rule("(qu|ck|q)", "k"),
            rule("sc(?=[eiy])", "s"),
            rule("c(?=[eiy])", "s"),
            rule("c", "k"),
            rule("gu(?=[ei])", "k"),
            rule("g(?=[eiy])", "j"),
            rule("g", "k"),
            rule("z", "s"),
            rule("[vw](?=[aeiouy])", "b"),
            rule("w", ""),
            rule("v", "b"),
            rule("j", "x"),
            rule("h", ""),
            rule("m(?=[^aeiouy]|$)", "n"),
            rule("d", "t"),
            rule("y", "i"));

    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
    private static final Pattern INNER_VOWELS = Pattern.compile("(?<!^)[aeiou]");

    private Sounds() {}

    /** The code of a folded word; empty for a word without letters. */
    static String of(String word) {
        String sound = word;
        for (Rule rule : RULES) {
            sound = rule.pattern().matcher(sound).replaceAll(rule.sound());
        }
        sound = REPEATED.matcher(sound).replaceAll("$1");
        if (!sound.isEmpty() && "aeiou".indexOf(sound.charAt(0)) >= 0) {
            sound = "a" + sound.substring(1);
        }
        sound = INNER_VOWELS.matcher(sound).replaceAll("");
        sound = REPEATED.matcher(sound).replaceAll("$1");
        return sound.length() <= LENGTH ? sound : sound.substring(0, LENGTH);
    }

    private static Rule rule(String pattern, String sound) {
        return new Rule(Pattern.compile(pattern), sound);
    }
}

package org.vinculo.crm.party.internal.match;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vinculo.crm.party.CustomerKind;

/**
 * The keys of a customer: only customers who share one are compared. Each key survives a different mistake: a
 * misspelt name keeps the birth date, a mistyped date keeps the sound of the name, a move keeps the e-mail address.
 */
public final class MatchKeys {

    public static final int LENGTH = 60;

    private MatchKeys() {}

    /** Sorts of keys; the first letter of a key says which. */
    public enum Sort {
        TAX_ID('t'),
        EMAIL('e'),
        MAILBOX('m'),
        PHONE('p'),
        BIRTH_DATE('b'),
        NAME('n'),
        NAME_AND_BIRTH_MONTH('y'),
        NAME_AND_PLACE('c'),
        ADDRESS('a');

        private final char letter;

        Sort(char letter) {
            this.letter = letter;
        }

        public static Sort of(String key) {
            return Stream.of(values())
                    .filter(sort -> sort.letter == key.charAt(0))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static Set<String> of(MatchFacts facts) {
        Set<String> keys = new LinkedHashSet<>();
        add(keys, Sort.TAX_ID, facts.taxId());
        facts.emails().forEach(email -> addEmail(keys, email));
        facts.phones().forEach(phone -> add(keys, Sort.PHONE, phone));
        add(keys, Sort.BIRTH_DATE, facts.born());
        String given = sound(facts.given().text());
        String family = facts.kind() == CustomerKind.PERSON
                ? sound(lastWord(facts.family().text()))
                : allSounds(facts);
        addNames(keys, facts, given, family);
        for (MatchFacts.Place place : facts.places()) {
            addPlace(keys, place, given, family);
        }
        return keys;
    }

    private static void addEmail(Set<String> keys, String email) {
        add(keys, Sort.EMAIL, email);
        int at = email.lastIndexOf('@');
        String mailbox = at < 0 ? email : email.substring(0, at).replaceAll("[^a-z0-9]", "");
        // info@, sales@ and the like are everybody's.
        if (mailbox.length() >= 6) {
            add(keys, Sort.MAILBOX, mailbox);
        }
    }

    private static void addNames(Set<String> keys, MatchFacts facts, String given, String family) {
        String born = facts.born();
        if (!given.isEmpty() && !family.isEmpty()) {
            add(keys, Sort.NAME, sorted(given, family));
        } else if (facts.kind() == CustomerKind.ORGANISATION) {
            add(keys, Sort.NAME, family);
        }
        if (!born.isEmpty()) {
            Stream.of(given, family).filter(name -> !name.isEmpty()).forEach(name -> {
                add(keys, Sort.NAME_AND_BIRTH_MONTH, name + '|' + born.substring(0, 6));
                add(keys, Sort.NAME_AND_BIRTH_MONTH, name + '|' + born.substring(4));
                add(keys, Sort.NAME_AND_BIRTH_MONTH, name + '|' + born.substring(0, 4) + born.substring(6));
            });
        }
    }

    private static void addPlace(Set<String> keys, MatchFacts.Place place, String given, String family) {
        String where = place.postalCode().isEmpty() ? place.city() : place.postalCode();
        Stream.of(given, family)
                .filter(name -> !name.isEmpty() && !where.isEmpty())
                .forEach(name -> add(keys, Sort.NAME_AND_PLACE, name + '|' + where));
        if (!place.street().isEmpty() && !place.number().isEmpty()) {
            add(keys, Sort.ADDRESS, sound(place.street().replace(" ", "")) + '|' + place.number());
        }
    }

    private static void add(Set<String> keys, Sort sort, String key) {
        if (!key.isEmpty()) {
            String whole = sort.letter + ":" + key;
            keys.add(whole.length() <= LENGTH ? whole : whole.substring(0, LENGTH));
        }
    }

    private static String sound(String words) {
        return words.isEmpty()
                ? ""
                : Sounds.of(words.indexOf(' ') < 0 ? words : words.substring(0, words.indexOf(' ')));
    }

    private static String lastWord(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    /** The sounds of the words of an organisation's name, in the order of the alphabet. */
    private static String allSounds(MatchFacts facts) {
        return String.join(
                " ",
                Arrays.stream(facts.family().text().split(" "))
                        .map(Sounds::of)
                        .filter(sound -> !sound.isEmpty())
                        .sorted()
                        .toList());
    }

    private static String sorted(String one, String other) {
        return String.join(" ", List.of(one, other).stream().sorted().toList());
    }
}

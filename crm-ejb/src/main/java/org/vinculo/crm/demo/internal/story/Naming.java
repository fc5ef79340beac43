package org.vinculo.crm.demo.internal.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.Normal;

/** Names as people and companies of a country bear them, and addresses that no mail can reach. */
final class Naming {

    private static final List<String> MAIL_HOSTS = List.of("example.com", "example.org", "example.net", "mail.example");
    private static final int LONGEST_HOST = 40;
    private static final Pattern LEGAL_FORM = Pattern.compile(
            ",? (Ltda\\.|ME|EIRELI|S\\.A\\.|Lda\\.|Unipessoal Lda\\.|S\\.L\\.U?\\.?|S\\.A\\. de C\\.V\\.|S\\. de R\\.L\\.|Ltd|LLP|LLC|Inc\\.)$");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> hosts = new HashMap<>();

    record PersonName(String given, String family) {}

    /** A person that was not there before. */
    PersonName person(Culture culture, Dice dice) {
        PersonName name = any(culture, dice);
        while (!taken.add(name.given() + name.family())) {
            name = any(culture, dice);
        }
        return name;
    }

    private static PersonName any(Culture culture, Dice dice) {
        String given = dice.pick(culture.words(dice.chance(0.52) ? "women" : "men"));
        String family = dice.pick(culture.words("families"));
        boolean two =
                switch (culture) {
                    case ES, MX -> true;
                    case BR, PT -> dice.chance(0.4);
                    case GB, US -> false;
                };
        String second = dice.pick(culture.words("families"));
        return new PersonName(given, two && !second.equals(family) ? family + " " + second : family);
    }

    /** A company that was not there before. */
    String organisation(Culture culture, Profile profile, Dice dice) {
        String name = anyCompany(culture, profile, dice);
        while (!taken.add(name)) {
            name = anyCompany(culture, profile, dice);
        }
        return name;
    }

    private static String anyCompany(Culture culture, Profile profile, Dice dice) {
        String section =
                switch (profile) {
                    case HOTEL -> "hotels";
                    case OFFICE -> "offices";
                    default -> "cafes";
                };
        String name = dice.pick(culture.words(section))
                .replace("{0}", dice.pick(culture.words("places")))
                .replace("{1}", dice.pick(culture.words("families")))
                .replace("{2}", dice.pick(culture.words("families")));
        boolean withForm = dice.chance(0.55) && !name.endsWith("LLP");
        return withForm ? name + (culture == Culture.BR ? " " : ", ") + dice.pick(culture.words("forms")) : name;
    }

    String email(PersonName name, Dice dice) {
        String local = localPart(name);
        String host = dice.pick(MAIL_HOSTS);
        int count = hosts.merge(local + "@" + host, 1, Integer::sum);
        return local + (count == 1 ? "" : count) + "@" + host;
    }

    String localPart(PersonName name) {
        return first(name.given()) + "." + first(name.family());
    }

    /** The host name of a company, below the top-level domain that exists for examples. */
    String host(String company) {
        String folded = Normal.fold(LEGAL_FORM.matcher(company).replaceAll("")).replace(" ", "");
        String host = folded.length() > LONGEST_HOST ? folded.substring(0, LONGEST_HOST) : folded;
        int count = hosts.merge(host, 1, Integer::sum);
        return host + (count == 1 ? "" : count) + ".example";
    }

    /** The name by which somebody is called. */
    static String firstAsWritten(String names) {
        return names.split(" ", -1)[0];
    }

    private static String first(String names) {
        return Normal.fold(firstAsWritten(names)).replace(" ", "");
    }
}

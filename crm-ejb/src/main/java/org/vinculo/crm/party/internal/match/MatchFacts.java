package org.vinculo.crm.party.internal.match;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.shared.Normal;

/**
 * What of a customer is compared, in normal form. Texts are never null; what is not known is empty, except the birth
 * date.
 *
 * @param version of the customer whose facts these are
 * @param given folded given names of a person
 * @param family folded family names of a person, or the name of an organisation without its legal form
 * @param born yyyyMMdd, empty when not known
 * @param taxId comparable form
 */
public record MatchFacts(
        long id,
        long version,
        CustomerKind kind,
        Name given,
        Name family,
        String born,
        String taxId,
        String externalId,
        Set<String> emails,
        Set<String> phones,
        List<Place> places) {

    /** A folded name with how it sounds; both are needed for every pair, so they are made once. */
    public record Name(String text, String sound) {

        static Name of(String folded) {
            return new Name(folded, Sounds.of(folded));
        }

        boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /** A postal address in normal form. */
    public record Place(String street, String number, String postalCode, String city, String region) {}

    /** Words that say what sort of company it is, not which one. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ltda",
            "lda",
            "sa",
            "s",
            "a",
            "me",
            "eireli",
            "epp",
            "mei",
            "sl",
            "slu",
            "sau",
            "srl",
            "inc",
            "llc",
            "ltd",
            "limited",
            "corp",
            "co",
            "gmbh",
            "cia",
            "companhia",
            "compania",
            "company",
            "l",
            "u");

    public static Builder of(long id, CustomerKind kind) {
        return new Builder(id, kind);
    }

    public boolean isPerson() {
        return kind == CustomerKind.PERSON;
    }

    /** Reads raw values into normal form. */
    public static final class Builder {

        private final long id;
        private final CustomerKind kind;
        private long version;
        private String given = "";
        private String family = "";
        private String born = "";
        private String taxId = "";
        private String externalId = "";
        private final Set<String> emails = new LinkedHashSet<>();
        private final Set<String> phones = new LinkedHashSet<>();
        private final List<Place> places = new ArrayList<>();

        private Builder(long id, CustomerKind kind) {
            this.id = id;
            this.kind = kind == null ? CustomerKind.PERSON : kind;
        }

        /** The facts are those of this version of the customer; 0 unless it is said. */
        public Builder version(long number) {
            version = number;
            return this;
        }

        /** The two names of a person. */
        public Builder named(String givenName, String familyName) {
            given = Normal.fold(givenName);
            family = Normal.fold(familyName);
            if (family.isEmpty() && given.indexOf(' ') > 0) {
                int last = given.lastIndexOf(' ');
                family = given.substring(last + 1);
                given = given.substring(0, last);
            }
            return this;
        }

        /** The name of an organisation; when nothing but a legal form is left, all of it counts. */
        public Builder called(String name) {
            String folded = Normal.fold(name);
            List<String> words = new ArrayList<>(List.of(folded.split(" ")));
            while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
                words.remove(words.size() - 1);
            }
            family = String.join(" ", words);
            given = "";
            return this;
        }

        public Builder born(LocalDate day) {
            born = day == null ? "" : day.format(DateTimeFormatter.BASIC_ISO_DATE);
            return this;
        }

        public Builder taxId(String number) {
            taxId = TaxId.key(number);
            return this;
        }

        public Builder externalId(String number) {
            externalId = Objects.toString(Normal.line(number), "");
            return this;
        }

        /** A contact point by its normal value. */
        public Builder point(ContactPointType type, String normalValue) {
            if (normalValue == null || normalValue.isBlank()) {
                return this;
            }
            if (type == ContactPointType.EMAIL) {
                emails.add(Normal.email(normalValue));
            } else if (type == ContactPointType.PHONE) {
                String tail = PhoneNumbers.tail(normalValue);
                phones.add(tail == null ? Normal.digits(normalValue) : tail);
                phones.remove("");
            }
            return this;
        }

        public Builder place(String street, String extra, String postalCode, String city, String region) {
            String line = Normal.fold(street);
            Place place = new Place(
                    words(line, false),
                    words(line, true),
                    Normal.fold(postalCode).replace(" ", ""),
                    Normal.fold(city),
                    Normal.fold(region));
            if (!line.isEmpty()
                    || !place.postalCode().isEmpty()
                    || !place.city().isEmpty()
                    || !Normal.fold(extra).isEmpty()) {
                places.add(place);
            }
            return this;
        }

        /** The words of a street that carry a digit, or those that do not. */
        private static String words(String line, boolean numbers) {
            List<String> kept = new ArrayList<>();
            for (String word : line.split(" ")) {
                if (word.chars().anyMatch(Character::isDigit) == numbers) {
                    kept.add(word);
                }
            }
            return String.join(" ", kept).strip();
        }

        public MatchFacts build() {
            return new MatchFacts(
                    id,
                    version,
                    kind,
                    Name.of(given),
                    Name.of(family),
                    born,
                    taxId,
                    externalId,
                    Set.copyOf(emails),
                    Set.copyOf(phones),
                    List.copyOf(places));
        }
    }
}

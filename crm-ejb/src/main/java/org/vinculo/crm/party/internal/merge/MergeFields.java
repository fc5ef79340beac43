package org.vinculo.crm.party.internal.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.MergeField;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;

/** The fields of two records: how they read, what is proposed, and how the chosen one is taken over. */
final class MergeFields {

    private static final int LONGEST_NOTES = 4000;
    private static final String LABEL = "party.form.";
    static final String NOTES = "notes";

    /** A field of the record itself; the address is one block, as are a person's two names. */
    private record Field(String name, String label, Function<Customer, String> text, Taking taking) {}

    /** Takes a field over. */
    private interface Taking {
        void take(Customer into, Customer from);
    }

    private static final List<Field> OWN = List.of(
            new Field("name", LABEL + "name", Customer::getDisplayName, MergeFields::takeName),
            new Field(
                    "stage",
                    LABEL + "stage",
                    c -> c.getStage().name(),
                    (into, from) -> into.beKnownAs(into.getKind(), from.getStage(), into.getExternalId())),
            new Field("externalId", LABEL + "externalId", Customer::getExternalId, (into, from) -> {}),
            new Field(
                    "birthDate",
                    LABEL + "birthDate",
                    c -> text(c.getBirthDate()),
                    (into, from) -> into.identify(from.getBirthDate(), into.getTaxId(), into.getTaxIdKey())),
            new Field(
                    "taxId",
                    LABEL + "taxId",
                    Customer::getTaxId,
                    (into, from) -> into.identify(into.getBirthDate(), from.getTaxId(), from.getTaxIdKey())),
            new Field(
                    "language",
                    LABEL + "language",
                    Customer::getLanguage,
                    (into, from) -> into.speak(from.getLanguage(), into.getZone())),
            new Field(
                    "zone",
                    LABEL + "zone",
                    Customer::getZone,
                    (into, from) -> into.speak(into.getLanguage(), from.getZone())),
            new Field(
                    "owner",
                    LABEL + "owner",
                    c -> text(c.getOwnerId()),
                    (into, from) -> into.assignTo(from.getOwnerId(), into.getTeamId())),
            new Field(
                    "team",
                    "merge.field.team",
                    c -> text(c.getTeamId()),
                    (into, from) -> into.assignTo(into.getOwnerId(), from.getTeamId())),
            new Field(
                    "acquired",
                    LABEL + "acquiredFrom",
                    MergeFields::acquired,
                    (into, from) -> into.acquired(from.getAcquiredFrom(), from.getAcquiredVia())));

    private static final Map<String, ContactPointType> POINTS = Map.of(
            "address", ContactPointType.POSTAL,
            "email", ContactPointType.EMAIL,
            "phone", ContactPointType.PHONE);

    private MergeFields() {}

    /** What the two say, what differs first. */
    static List<MergeField> of(
            Customer survivor, Customer other, Function<Long, String> names, Function<Long, String> teams) {
        Stream<MergeField> own = OWN.stream().map(field -> {
            String ours = Objects.toString(field.text().apply(survivor), "");
            String theirs = Objects.toString(field.text().apply(other), "");
            return new MergeField(
                    field.name(),
                    field.label(),
                    switch (field.name()) {
                        case "owner" -> name(survivor.getOwnerId(), names);
                        case "team" -> name(survivor.getTeamId(), teams);
                        default -> ours;
                    },
                    switch (field.name()) {
                        case "owner" -> name(other.getOwnerId(), names);
                        case "team" -> name(other.getTeamId(), teams);
                        default -> theirs;
                    },
                    false,
                    proposed(survivor, other, field.name(), ours, theirs));
        });
        Stream<MergeField> points = Stream.of("email", "phone", "address").map(name -> {
            String ours = primary(survivor, POINTS.get(name));
            String theirs = primary(other, POINTS.get(name));
            return new MergeField(
                    name, "merge.field." + name, ours, theirs, false, ours.isEmpty() ? Choice.OTHER : Choice.THIS);
        });
        String notes = Objects.toString(survivor.getNotes(), "");
        String others = Objects.toString(other.getNotes(), "");
        boolean both = !notes.isEmpty() && !others.isEmpty() && !notes.equals(others);
        MergeField remarks = new MergeField(
                NOTES,
                LABEL + NOTES,
                notes,
                others,
                both,
                both ? Choice.BOTH : notes.isEmpty() ? Choice.OTHER : Choice.THIS);
        return Stream.of(own, points, Stream.of(remarks))
                .flatMap(Function.identity())
                .filter(field -> !field.ours().isEmpty() || !field.theirs().isEmpty())
                .sorted((one, two) -> Boolean.compare(two.differs(), one.differs()))
                .toList();
    }

    private static Choice proposed(Customer survivor, Customer other, String name, String ours, String theirs) {
        if (name.equals("stage")) {
            return theirs.equals(CustomerStage.CUSTOMER.name()) ? Choice.OTHER : Choice.THIS;
        }
        if (name.equals("team") && survivor.getOwnerId() == null && other.getOwnerId() != null) {
            return Choice.OTHER;
        }
        return ours.isEmpty() && !theirs.isEmpty() ? Choice.OTHER : Choice.THIS;
    }

    /** Puts what was chosen into the survivor; the numbers of other systems change hands. */
    static void apply(Customer survivor, Customer other, Map<String, Choice> choices) {
        for (Field field : OWN) {
            if (choices.get(field.name()) == Choice.OTHER) {
                field.taking().take(survivor, other);
            }
        }
        Choice notes = choices.getOrDefault(NOTES, Choice.THIS);
        if (notes == Choice.OTHER) {
            survivor.describe(other.getNotes());
        } else if (notes == Choice.BOTH) {
            String joined = survivor.getNotes() + "\n\n" + other.getNotes();
            survivor.describe(joined.length() <= LONGEST_NOTES ? joined : joined.substring(0, LONGEST_NOTES));
        }
    }

    /** Makes the chosen address of each sort the primary one; the others stay beside it. */
    static void prefer(Customer survivor, Map<String, Long> primaries) {
        primaries.values().forEach(id -> survivor.getContactPoints().stream()
                .filter(point -> point.getId().equals(id))
                .findFirst()
                .ifPresent(survivor::prefer));
    }

    /** Ids of the points that are to be primary: the chosen record's, else the survivor's. */
    static Map<String, Long> primaries(Customer survivor, Customer other, Map<String, Choice> choices) {
        return Stream.of(ContactPointType.values())
                .flatMap(type -> {
                    String name = POINTS.entrySet().stream()
                            .filter(each -> each.getValue() == type)
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(type.name());
                    Customer chosen = choices.get(name) == Choice.OTHER ? other : survivor;
                    return chosen
                            .primary(type)
                            .or(() -> survivor.primary(type))
                            .or(() -> other.primary(type))
                            .map(point -> Map.entry(name, point.getId()))
                            .stream();
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void takeName(Customer into, Customer from) {
        into.beKnownAs(from.getKind(), into.getStage(), into.getExternalId());
        if (from.getKind() == CustomerKind.PERSON) {
            into.namePerson(from.getGivenName(), from.getFamilyName());
        } else {
            into.nameOrganisation(from.getDisplayName());
        }
    }

    private static String acquired(Customer customer) {
        return Stream.of(customer.getAcquiredFrom(), customer.getAcquiredVia())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" · "));
    }

    private static String primary(Customer customer, ContactPointType type) {
        return customer.primary(type).map(ContactPoint::getValue).orElse("");
    }

    private static String name(Long owner, Function<Long, String> names) {
        return owner == null ? "" : Objects.toString(names.apply(owner), "");
    }

    private static String text(Object value) {
        return value instanceof LocalDate || value instanceof Instant || value instanceof Long
                ? value.toString()
                : null;
    }
}

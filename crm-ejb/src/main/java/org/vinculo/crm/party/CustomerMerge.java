package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.shared.Country;

/**
 * Brings together what two people changed in the same customer, seen from what both had read. What only one of them
 * changed is taken over; where both did, the one who comes second chooses field by field.
 */
public final class CustomerMerge implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String CONTACT = "contact:";

    private record Field<T>(String name, Function<CustomerForm, T> read, BiConsumer<CustomerForm, T> write) {

        void copy(CustomerForm from, CustomerForm to) {
            write.accept(to, read.apply(from));
        }

        String text(CustomerForm form) {
            return Objects.toString(read.apply(form), "");
        }
    }

    private static final List<Field<?>> FIELDS = List.of(
            new Field<>("kind", CustomerForm::getKind, CustomerForm::setKind),
            new Field<>("stage", CustomerForm::getStage, CustomerForm::setStage),
            new Field<>("name", CustomerForm::getName, CustomerForm::setName),
            new Field<>("givenName", CustomerForm::getGivenName, CustomerForm::setGivenName),
            new Field<>("familyName", CustomerForm::getFamilyName, CustomerForm::setFamilyName),
            new Field<>("externalId", CustomerForm::getExternalId, CustomerForm::setExternalId),
            new Field<>("birthDate", CustomerForm::getBirthDate, CustomerForm::setBirthDate),
            new Field<>("taxId", CustomerForm::getTaxId, CustomerForm::setTaxId),
            new Field<>("language", CustomerForm::getLanguage, CustomerForm::setLanguage),
            new Field<>("zone", CustomerForm::getZone, CustomerForm::setZone),
            new Field<>("owner", CustomerForm::getOwner, CustomerForm::setOwner),
            new Field<>("acquiredFrom", CustomerForm::getAcquiredFrom, CustomerForm::setAcquiredFrom),
            new Field<>("acquiredVia", CustomerForm::getAcquiredVia, CustomerForm::setAcquiredVia),
            new Field<>("notes", CustomerForm::getNotes, CustomerForm::setNotes));

    private final CustomerForm theirs;
    private final Locale locale;
    private final List<CustomerDifference> differences = new ArrayList<>();
    private final List<String> takenOver = new ArrayList<>();

    private CustomerMerge(CustomerForm theirs, Locale locale) {
        this.theirs = theirs;
        this.locale = locale;
    }

    /**
     * Takes over into {@code mine} what only the others changed, and gives it their version, so that it can be saved.
     *
     * @param base what was read
     * @param mine what was entered; changed here
     * @param theirs what is saved by now
     * @param locale language to show the differences in
     */
    public static CustomerMerge of(CustomerForm base, CustomerForm mine, CustomerForm theirs, Locale locale) {
        CustomerMerge merge = new CustomerMerge(theirs, locale);
        FIELDS.forEach(field -> merge.compare(field, base, mine));
        merge.contactIds(base, mine).forEach(id -> merge.compareContact(id, base, mine));
        mine.setVersion(theirs.getVersion());
        return merge;
    }

    /** What both changed differently. */
    public List<CustomerDifference> getDifferences() {
        return differences;
    }

    /** Labels of what only the others changed: it is in the form now. */
    public List<String> getTakenOver() {
        return takenOver;
    }

    /** Puts theirs in the form wherever that was chosen. */
    public void apply(CustomerForm mine) {
        for (CustomerDifference difference : differences) {
            if (!difference.isTakeTheirs()) {
                continue;
            }
            if (difference.getField().startsWith(CONTACT)) {
                takeContact(difference.getField().substring(CONTACT.length()), mine);
            } else {
                FIELDS.stream()
                        .filter(field -> field.name.equals(difference.getField()))
                        .forEach(field -> field.copy(theirs, mine));
            }
        }
    }

    private void compare(Field<?> field, CustomerForm base, CustomerForm mine) {
        String before = field.text(base);
        String ours = field.text(mine);
        String others = field.text(theirs);
        String label = "party.form." + field.name;
        if (others.equals(before) || others.equals(ours)) {
            return;
        }
        if (ours.equals(before)) {
            field.copy(theirs, mine);
            takenOver.add(label);
            return;
        }
        differences.add(new CustomerDifference(field.name, label, ours, others));
    }

    private Set<String> contactIds(CustomerForm base, CustomerForm mine) {
        return Stream.of(base, mine, theirs)
                .flatMap(form -> form.getContacts().stream())
                .map(ContactForm::getPublicId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void compareContact(String id, CustomerForm base, CustomerForm mine) {
        String before = text(base.contact(id));
        String ours = text(mine.contact(id));
        String others = text(theirs.contact(id));
        if (others.equals(before) || others.equals(ours)) {
            return;
        }
        ContactForm known = theirs.contact(id) == null ? base.contact(id) : theirs.contact(id);
        String label = "party.type." + known.getType();
        if (ours.equals(before)) {
            takeContact(id, mine);
            takenOver.add(label);
            return;
        }
        differences.add(new CustomerDifference(CONTACT + id, label, ours, others));
    }

    private void takeContact(String id, CustomerForm mine) {
        ContactForm present = mine.contact(id);
        ContactForm wanted = theirs.contact(id);
        int place =
                present == null ? mine.getContacts().size() : mine.getContacts().indexOf(present);
        if (present != null) {
            mine.getContacts().remove(present);
        }
        if (wanted != null) {
            mine.getContacts().add(Math.min(place, mine.getContacts().size()), wanted.copy());
        }
    }

    /** Everything of a contact point that a person can change, in one line; empty when it is not there. */
    private String text(ContactForm contact) {
        if (contact == null) {
            return "";
        }
        Stream<Object> parts = contact.getType() == ContactPointType.POSTAL
                ? Stream.of(
                        contact.getStreet(),
                        contact.getExtra(),
                        contact.getDistrict(),
                        contact.getPostalCode(),
                        contact.getCity(),
                        contact.getRegion(),
                        Country.name(contact.getCountry(), locale))
                : Stream.of(contact.getValue());
        String value = parts.filter(part -> part != null && !part.toString().isBlank())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return Stream.of(
                        value,
                        Objects.toString(contact.getLabel(), ""),
                        contact.isPrimary() ? "★" : "",
                        contact.getValidTo() == null ? "" : "→ " + contact.getValidTo())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}

package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.Provenance;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.Fields;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** Puts a form into a customer: reads every field, refuses with all errors at once, keeps what did not change. */
@ApplicationScoped
public class CustomerWriter {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1850, 1, 1);
    private static final int MOST_CONTACTS = 100;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomBook custom;

    /**
     * Where what is written comes from.
     *
     * @param trusted whether the verification of contact points is taken over from the form
     */
    public record Source(DataOrigin origin, String by, Instant at, boolean trusted) {}

    public Source source() {
        Caller who = caller.get();
        return new Source(DataOrigin.of(who), who.name() == null ? "-" : who.name(), clock.instant(), false);
    }

    /** What is wrong with a form, without writing anything. */
    public List<FieldError> check(CustomerForm form) {
        Fields fields = new Fields();
        readBasics(null, form, fields);
        readContacts(form, fields, new LinkedHashMap<>());
        return fields.errors();
    }

    /** A new customer with nothing in it yet; it has its id. */
    public Customer create(CustomerForm form, Source source) {
        Customer customer = new Customer(form.getKind(), form.getStage(), source.at(), source.by());
        customer.nameOrganisation("-");
        em.persist(customer);
        return customer;
    }

    /**
     * Writes everything except who looks after the customer. The version goes up even when only a contact point changed,
     * so that two editors notice each other.
     *
     * @throws InvalidInput with every error, the fields named as in the form
     */
    public void write(Customer customer, CustomerForm form, Source source) {
        writePlain(customer, form, source);
        if (!form.getCustom().isEmpty()) {
            custom.write(customer, form.getCustom());
        }
    }

    /** As {@link #write}, without the fields of administrators: for many customers those are written together. */
    public void writePlain(Customer customer, CustomerForm form, Source source) {
        Fields fields = new Fields();
        Map<ContactForm, ContactPoint.Address> reached = new LinkedHashMap<>();
        Runnable basics = readBasics(customer, form, fields);
        readContacts(form, fields, reached);
        InvalidInput.throwIfAny(fields.errors());
        basics.run();
        writeContacts(customer, reached, source);
        customer.settleContactPoints(today());
        customer.changed(source.at());
    }

    /** A new owner brings the team along; without an owner the team stays. */
    public void assign(Customer customer, StaffRef owner) {
        Long team = owner == null || owner.teamId() == null ? customer.getTeamId() : owner.teamId();
        customer.assignTo(owner == null ? null : owner.id(), team);
    }

    private Runnable readBasics(Customer customer, CustomerForm form, Fields fields) {
        String given = fields.line("givenName", form.getGivenName(), 100);
        String family = fields.line("familyName", form.getFamilyName(), 99);
        String name = fields.line("name", form.getName(), Customer.NAME_LENGTH);
        boolean person = form.getKind() == CustomerKind.PERSON;
        if (form.getKind() == null) {
            fields.wrong("kind", "required");
        }
        if (form.getStage() == null) {
            fields.wrong("stage", "required");
        }
        if (person && given == null && family == null) {
            fields.wrong("givenName", "required");
        }
        if (!person && name == null) {
            fields.wrong("name", "required");
        }
        LocalDate born = birthDate(form, fields);
        String externalId = fields.line("externalId", form.getExternalId(), 100);
        TaxId tax = taxId(form, fields);
        String language = language(form, fields);
        String zone = zone(form, fields);
        String from = fields.line("acquiredFrom", form.getAcquiredFrom(), 100);
        String notes = fields.text("notes", form.getNotes(), 4000);
        return () -> {
            customer.beKnownAs(form.getKind(), form.getStage(), externalId);
            if (person) {
                customer.namePerson(given, family);
            } else {
                customer.nameOrganisation(name);
            }
            customer.identify(born, tax == null ? null : tax.display(), tax == null ? null : tax.key());
            customer.speak(language, zone);
            customer.acquired(from, form.getAcquiredVia());
            customer.describe(notes);
        };
    }

    private LocalDate birthDate(CustomerForm form, Fields fields) {
        LocalDate born = form.getKind() == CustomerKind.PERSON ? form.getBirthDate() : null;
        if (born != null && (born.isAfter(today()) || born.isBefore(EARLIEST_BIRTH))) {
            fields.wrong("birthDate", "party.error.birthDate");
        }
        return born;
    }

    private static TaxId taxId(CustomerForm form, Fields fields) {
        String typed = fields.line("taxId", form.getTaxId(), 40);
        if (typed == null) {
            return null;
        }
        Optional<TaxId> read = TaxId.read(typed, form.country());
        if (read.isEmpty()) {
            fields.wrong("taxId", "party.error.taxId");
        }
        return read.orElse(null);
    }

    private static String language(CustomerForm form, Fields fields) {
        String typed = Normal.line(form.getLanguage());
        if (typed == null) {
            return null;
        }
        Locale wanted = Locale.forLanguageTag(typed.replace('_', '-'));
        return Texts.LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .map(Locale::toLanguageTag)
                .findFirst()
                .orElseGet(() -> {
                    fields.wrong("language", "choice");
                    return null;
                });
    }

    private static String zone(CustomerForm form, Fields fields) {
        String typed = Normal.line(form.getZone());
        if (typed == null) {
            return null;
        }
        try {
            return ZoneId.of(typed).getId();
        } catch (DateTimeException unknown) {
            fields.wrong("zone", "choice");
            return null;
        }
    }

    private void readContacts(CustomerForm form, Fields fields, Map<ContactForm, ContactPoint.Address> reached) {
        ContactReader reader = new ContactReader(fields, region(form));
        List<ContactForm> contacts = form.getContacts();
        if (contacts.size() > MOST_CONTACTS) {
            fields.wrong("contacts", "tooLarge", MOST_CONTACTS);
            return;
        }
        for (int i = 0; i < contacts.size(); i++) {
            ContactForm contact = contacts.get(i);
            if (contact.isBlank()) {
                continue;
            }
            String field = "contacts[" + i + "]";
            fields.line(field + ".label", contact.getLabel(), 60);
            if (contact.getValidFrom() != null
                    && contact.getValidTo() != null
                    && contact.getValidTo().isBefore(contact.getValidFrom())) {
                fields.wrong(field + ".validTo", "dateOrder");
            }
            reached.put(contact, reader.read(field, contact));
        }
    }

    private static String region(CustomerForm form) {
        Locale language = form.getLanguage() == null ? null : Texts.supported(form.getLanguage());
        return PhoneNumbers.region(form.country(), language);
    }

    /** What is no longer in the form is gone; what is keeps its identity, verification and origin. */
    private void writeContacts(Customer customer, Map<ContactForm, ContactPoint.Address> reached, Source source) {
        Provenance provenance = new Provenance(source.origin(), source.at(), source.by());
        Set<ContactPoint> kept = new HashSet<>();
        Map<ContactPointType, ContactPoint> preferred = new LinkedHashMap<>();
        reached.forEach((contact, address) -> {
            ContactPoint point = existing(customer, contact).orElse(null);
            String label = Normal.line(contact.getLabel());
            if (point == null) {
                point = customer.reachAt(address, label, provenance);
                em.persist(point);
            } else {
                point.changeTo(address, provenance);
                point.labelAs(label);
            }
            point.valid(contact.getValidFrom(), contact.getValidTo());
            if (source.trusted()) {
                point.verified(contact.getVerifiedAt());
            }
            kept.add(point);
            if (contact.isPrimary()) {
                preferred.putIfAbsent(contact.getType(), point);
            }
        });
        List<ContactPoint> gone = new ArrayList<>(customer.getContactPoints());
        gone.removeAll(kept);
        gone.forEach(customer::forget);
        preferred.values().forEach(customer::prefer);
    }

    private static Optional<ContactPoint> existing(Customer customer, ContactForm contact) {
        return contact.getPublicId() == null
                ? Optional.empty()
                : customer.getContactPoints().stream()
                        .filter(point -> point.getPublicId().equals(contact.getPublicId())
                                && point.getType() == contact.getType())
                        .findFirst();
    }

    private LocalDate today() {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, caller.get().zone());
    }
}

package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.DuplicateCandidate;
import org.vinculo.crm.party.DuplicateReason;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.PostalFormat;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/**
 * Compares a form with what is there: every criterion is one indexed question. A criterion that fits more than twenty
 * customers says nothing and is left out.
 */
@ApplicationScoped
public class DuplicateFinder {

    private static final int MEANINGLESS = 20;
    private static final int MOST_SHOWN = 10;

    private static final String BY_EXTERNAL_ID = "select c from Customer c where c.externalId = :key order by c.id";
    private static final String BY_TAX_ID = "select c from Customer c where c.taxIdKey = :key order by c.id";
    private static final String BY_NAME = "select c from Customer c where c.nameKey = :key order by c.id";
    private static final String BY_EMAIL = "select distinct c from ContactPoint p join p.customer c"
            + " where p.type = :type and p.normalValue in :keys";
    private static final String BY_PHONE = "select distinct c from ContactPoint p join p.customer c"
            + " where p.type = :type and p.phoneTail in :keys";
    private static final String BY_NAME_AND_POSTAL_CODE = "select distinct c from ContactPoint p join p.customer c"
            + " where c.nameKey = :name and p.address.postalCode in :keys";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    public List<DuplicateCandidate> find(CustomerForm form) {
        Map<Long, Set<DuplicateReason>> found = new LinkedHashMap<>();
        Map<Long, Customer> customers = new LinkedHashMap<>();
        for (DuplicateReason reason : DuplicateReason.values()) {
            List<Customer> matches = matches(reason, form).stream()
                    .filter(customer -> !customer.getPublicId().equals(form.getPublicId()))
                    .toList();
            if (matches.size() > MEANINGLESS) {
                continue;
            }
            for (Customer match : matches) {
                customers.put(match.getId(), match);
                found.computeIfAbsent(match.getId(), id -> EnumSet.noneOf(DuplicateReason.class))
                        .add(reason);
            }
        }
        return found.entrySet().stream()
                .map(entry -> candidate(customers.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(DuplicateCandidate::score).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private DuplicateCandidate candidate(Customer customer, Set<DuplicateReason> reasons) {
        boolean reached = access.reaches(customer, Permission.CUSTOMER_VIEW);
        return new DuplicateCandidate(
                reached ? customer.getPublicId() : null,
                reached ? customer.getDisplayName() : null,
                reached ? customer.getCity() : null,
                customer.isDeleted(),
                reasons.stream()
                        .sorted(Comparator.comparingInt(DuplicateReason::score).reversed())
                        .toList());
    }

    private List<Customer> matches(DuplicateReason reason, CustomerForm form) {
        return switch (reason) {
            case EXTERNAL_ID -> customers(BY_EXTERNAL_ID, Normal.line(form.getExternalId()));
            case TAX_ID -> customers(BY_TAX_ID, taxKey(form));
            case EMAIL -> points(BY_EMAIL, ContactPointType.EMAIL, emails(form));
            case PHONE -> points(BY_PHONE, ContactPointType.PHONE, tails(form));
            case NAME_AND_BIRTH_DATE ->
                namesakes(form).stream()
                        .filter(each -> form.getBirthDate() != null
                                && form.getBirthDate().equals(each.getBirthDate()))
                        .toList();
            case NAME_AND_POSTAL_CODE -> namesakesAt(form, postalCodes(form));
            case NAME_AND_CITY -> namesakesIn(form);
            // A name alone is shared by too many to warn of.
            case NAME -> List.of();
        };
    }

    private List<Customer> namesakes(CustomerForm form) {
        return customers(BY_NAME, nameKey(form));
    }

    private List<Customer> namesakesAt(CustomerForm form, Collection<String> keys) {
        String name = nameKey(form);
        if (name == null || keys.isEmpty()) {
            return List.of();
        }
        return em.createQuery(BY_NAME_AND_POSTAL_CODE, Customer.class)
                .setParameter("name", name)
                .setParameter("keys", keys)
                .setMaxResults(MEANINGLESS + 1)
                .getResultList();
    }

    private List<Customer> namesakesIn(CustomerForm form) {
        Set<String> cities = postal(form)
                .map(ContactForm::getCity)
                .filter(Objects::nonNull)
                .map(Normal::fold)
                .collect(Collectors.toSet());
        return cities.isEmpty()
                ? List.of()
                : namesakes(form).stream()
                        .filter(each -> cities.contains(Normal.fold(each.getCity())))
                        .toList();
    }

    private List<Customer> customers(String query, String key) {
        if (key == null) {
            return List.of();
        }
        return em.createQuery(query, Customer.class)
                .setParameter("key", key)
                .setMaxResults(MEANINGLESS + 2)
                .getResultList();
    }

    private List<Customer> points(String query, ContactPointType type, Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return em.createQuery(query, Customer.class)
                .setParameter("type", type)
                .setParameter("keys", keys)
                .setMaxResults(MEANINGLESS + 2)
                .getResultList();
    }

    private static String taxKey(CustomerForm form) {
        return TaxId.read(form.getTaxId(), form.country()).map(TaxId::key).orElse(null);
    }

    private static String nameKey(CustomerForm form) {
        String name = form.getKind() == CustomerKind.PERSON
                ? Objects.toString(form.getGivenName(), "") + " " + Objects.toString(form.getFamilyName(), "")
                : form.getName();
        String key = Normal.tokens(name).stream().sorted().collect(Collectors.joining(" "));
        return key.isEmpty() ? null : key;
    }

    private static Set<String> emails(CustomerForm form) {
        return values(form, ContactPointType.EMAIL)
                .flatMap(value -> EmailAddress.normal(value).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> tails(CustomerForm form) {
        Locale language = form.getLanguage() == null ? null : Texts.supported(form.getLanguage());
        String region = PhoneNumbers.region(form.country(), language);
        return values(form, ContactPointType.PHONE)
                .map(value -> PhoneNumbers.tail(PhoneNumbers.e164(value, region).orElse(value)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> postalCodes(CustomerForm form) {
        return postal(form)
                .filter(each ->
                        each.getPostalCode() != null && !each.getPostalCode().isBlank())
                .flatMap(each -> PostalFormat.of(each.getCountry()).code(each.getPostalCode()).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> values(CustomerForm form, ContactPointType type) {
        return form.contacts(type).stream().map(ContactForm::getValue).filter(Objects::nonNull);
    }

    private static Stream<ContactForm> postal(CustomerForm form) {
        return form.contacts(ContactPointType.POSTAL).stream();
    }
}

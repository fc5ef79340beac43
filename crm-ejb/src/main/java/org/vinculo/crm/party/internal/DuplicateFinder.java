package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.DuplicateCandidate;
import org.vinculo.crm.party.DuplicateSearch;
import org.vinculo.crm.party.MatchPart;
import org.vinculo.crm.party.MatchPart.Sign;
import org.vinculo.crm.party.MatchPart.Verdict;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.PostalFormat;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.duplicate.FactsReader;
import org.vinculo.crm.party.internal.match.MatchFacts;
import org.vinculo.crm.party.internal.match.MatchKeys;
import org.vinculo.crm.party.internal.match.Matcher;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/**
 * Compares a form with the customers who share one of its numbers, addresses or keys: one indexed question each, so the
 * number of questions depends on the form alone. What fits more than twenty customers says nothing and is left out.
 */
@ApplicationScoped
public class DuplicateFinder {

    private static final int MEANINGLESS = 20;
    private static final int MOST_SHOWN = 10;
    private static final Set<Sign> IDENTIFYING = Set.of(Sign.EXTERNAL_ID, Sign.TAX_ID, Sign.EMAIL, Sign.PHONE);

    private static final String BY_EXTERNAL_ID = "select c.id from Customer c where c.externalId = :key";
    private static final String BY_TAX_ID = "select c.id from Customer c where c.taxIdKey = :key";
    private static final String BY_POINT =
            "select distinct p.customerId from ContactPoint p where p.type = :type and p.normalValue = :key";
    private static final String BY_TAIL =
            "select distinct p.customerId from ContactPoint p where p.type = :type and p.phoneTail = :key";
    private static final String BY_KEY = "select customer_id from customer_match_key where match_key = ?1";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    /** Those that look like the form, most alike first; empty when nothing says anything. */
    public List<DuplicateCandidate> find(CustomerForm form) {
        MatchFacts wanted = facts(form);
        Set<Long> ids = candidates(wanted);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Customer> customers = em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(customer ->
                        !customer.isMerged() && !customer.getPublicId().equals(form.getPublicId()))
                .collect(Collectors.toMap(Customer::getId, Function.identity()));
        return new FactsReader(em)
                .readAll(customers.keySet()).values().stream()
                        .map(facts -> candidate(customers.get(facts.id()), Matcher.compare(wanted, facts)))
                        .filter(DuplicateFinder::isWorthTelling)
                        .sorted(Comparator.comparingInt(DuplicateCandidate::score)
                                .reversed())
                        .limit(MOST_SHOWN)
                        .toList();
    }

    /** A common number or address is told even where the names differ: families share some, but people mistype names. */
    private static boolean isWorthTelling(DuplicateCandidate candidate) {
        return candidate.score() >= DuplicateSearch.PROPOSED
                || candidate.parts().stream()
                        .anyMatch(part -> part.verdict() == Verdict.SAME && IDENTIFYING.contains(part.sign()));
    }

    private DuplicateCandidate candidate(Customer customer, Matcher.Result result) {
        boolean reached = access.reaches(customer, Permission.CUSTOMER_VIEW);
        return new DuplicateCandidate(
                reached ? customer.getPublicId() : null,
                reached ? customer.getDisplayName() : null,
                reached ? customer.getCity() : null,
                customer.isDeleted(),
                result.score(),
                result.parts().stream()
                        .filter(MatchPart::speaksFor)
                        .sorted(Comparator.comparingDouble(MatchPart::weight).reversed())
                        .toList());
    }

    /** Numbers and addresses are asked where they are stored; for the rest there are the keys. */
    private Set<Long> candidates(MatchFacts facts) {
        Set<Long> ids = new LinkedHashSet<>();
        add(ids, customers(BY_EXTERNAL_ID, facts.externalId()));
        add(ids, customers(BY_TAX_ID, facts.taxId()));
        facts.emails().forEach(email -> add(ids, points(BY_POINT, ContactPointType.EMAIL, email)));
        facts.phones().forEach(tail -> add(ids, points(BY_TAIL, ContactPointType.PHONE, tail)));
        for (String key : MatchKeys.of(facts)) {
            List<?> found = em.createNativeQuery(BY_KEY)
                    .setParameter(1, key)
                    .setMaxResults(MEANINGLESS + 2)
                    .getResultList();
            add(ids, found.stream().map(id -> ((Number) id).longValue()).toList());
        }
        return ids;
    }

    private static void add(Set<Long> ids, Collection<Long> found) {
        if (found.size() <= MEANINGLESS) {
            ids.addAll(found);
        }
    }

    private List<Long> customers(String query, String key) {
        return key.isEmpty()
                ? List.of()
                : em.createQuery(query, Long.class)
                        .setParameter("key", key)
                        .setMaxResults(MEANINGLESS + 2)
                        .getResultList();
    }

    private List<Long> points(String query, ContactPointType type, String key) {
        return em.createQuery(query, Long.class)
                .setParameter("type", type)
                .setParameter("key", key)
                .setMaxResults(MEANINGLESS + 2)
                .getResultList();
    }

    private static MatchFacts facts(CustomerForm form) {
        MatchFacts.Builder facts = MatchFacts.of(0, form.getKind())
                .born(form.getKind() == CustomerKind.PERSON ? form.getBirthDate() : null)
                .taxId(TaxId.read(form.getTaxId(), form.country())
                        .map(TaxId::key)
                        .orElse(null))
                .externalId(form.getExternalId());
        if (form.getKind() == CustomerKind.ORGANISATION) {
            facts.called(form.getName());
        } else {
            facts.named(form.getGivenName(), form.getFamilyName());
        }
        Locale language = form.getLanguage() == null ? null : Texts.supported(form.getLanguage());
        String region = PhoneNumbers.region(form.country(), language);
        form.getContacts().forEach(contact -> add(facts, contact, region));
        return facts.build();
    }

    private static void add(MatchFacts.Builder facts, ContactForm contact, String region) {
        switch (contact.getType()) {
            case EMAIL -> facts.point(ContactPointType.EMAIL, Normal.email(contact.getValue()));
            case PHONE ->
                facts.point(
                        ContactPointType.PHONE,
                        contact.getValue() == null
                                ? null
                                : PhoneNumbers.e164(contact.getValue(), region).orElse(contact.getValue()));
            case POSTAL ->
                facts.place(
                        contact.getStreet(),
                        contact.getExtra(),
                        contact.getPostalCode() == null
                                ? null
                                : PostalFormat.of(contact.getCountry())
                                        .code(contact.getPostalCode())
                                        .orElse(contact.getPostalCode()),
                        contact.getCity(),
                        contact.getRegion());
            default -> {}
        }
    }
}

package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.CustomerMatching;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Tells accounts which customer an address belongs to. */
@ApplicationScoped
public class CustomerMatcher implements CustomerMatching {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    @Inject
    CustomerWriter writer;

    @Inject
    TokenIndex tokens;

    @Inject
    Clock clock;

    @Override
    public List<Candidate> withVerifiedEmail(String email) {
        return withEmail(email, 2).stream().map(CustomerMatcher::candidate).toList();
    }

    @Override
    public Candidate createProspect(String name, String email, Locale locale) {
        CustomerForm form = new CustomerForm();
        String line = Normal.line(name);
        int blank = line == null ? -1 : line.indexOf(' ');
        form.setGivenName(blank < 0 ? line : line.substring(0, blank));
        form.setFamilyName(blank < 0 ? null : line.substring(blank + 1));
        form.setLanguage(locale.toLanguageTag());
        form.setAcquiredVia(org.vinculo.crm.party.Channel.PORTAL);
        ContactForm address = new ContactForm(ContactPointType.EMAIL, email);
        address.setPrimary(true);
        form.getContacts().add(address);
        CustomerWriter.Source registration =
                new CustomerWriter.Source(DataOrigin.CUSTOMER, line, clock.instant(), false);
        Customer customer = writer.create(form, registration);
        writer.write(customer, form, registration);
        verify(customer, email);
        tokens.add(List.of(customer));
        return candidate(customer);
    }

    @Override
    public Optional<Candidate> find(long customerId, Permission permission) {
        try {
            return Optional.of(candidate(access.load(customerId, permission)));
        } catch (NotFound outOfReach) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Candidate> find(long customerId) {
        return Optional.ofNullable(em.find(Customer.class, customerId))
                .filter(customer -> !customer.isDeleted())
                .map(CustomerMatcher::candidate);
    }

    @Override
    public Map<Long, Candidate> find(Collection<Long> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select c from Customer c where c.id in :ids and c.deletedAt is null", Customer.class)
                .setParameter("ids", customerIds)
                .getResultStream()
                .map(CustomerMatcher::candidate)
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
    }

    @Override
    public void emailVerified(long customerId, String email) {
        Customer customer = em.find(Customer.class, customerId);
        if (customer != null) {
            verify(customer, email);
        }
    }

    private void verify(Customer customer, String email) {
        String address = Normal.email(email);
        customer.getContactPoints().stream()
                .filter(point -> point.getType() == ContactPointType.EMAIL
                        && point.getNormalValue().equals(address)
                        && point.getVerifiedAt() == null)
                .forEach(point -> {
                    point.verified(clock.instant());
                    customer.changed(clock.instant());
                });
    }

    /** Whom the address reaches today: addresses are given to somebody else once their owner has left. */
    private List<Customer> withEmail(String email, int most) {
        return em.createQuery(
                        "select distinct p.customer from ContactPoint p where p.type = :type"
                                + " and p.normalValue = :email and p.customer.deletedAt is null"
                                + " and (p.validFrom is null or p.validFrom <= :today)"
                                + " and (p.validTo is null or p.validTo >= :today)",
                        Customer.class)
                .setParameter("type", ContactPointType.EMAIL)
                .setParameter("email", Normal.email(email))
                .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setMaxResults(most)
                .getResultList();
    }

    private static Candidate candidate(Customer customer) {
        return new Candidate(
                customer.getId(),
                customer.getPublicId(),
                customer.getDisplayName(),
                customer.getKind() == CustomerKind.ORGANISATION);
    }
}

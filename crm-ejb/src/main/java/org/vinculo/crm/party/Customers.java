package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.party.internal.SeenCustomers;
import org.vinculo.crm.party.internal.SeenPoint;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.ReadOnce;

/** Customers for the other rooms, inside the transaction of their boundary. */
@ApplicationScoped
public class Customers {

    private static final int HOLDERS_LOOKED_AT = 50;

    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * The customer, when the caller's permission reaches it.
     *
     * @throws NotFound when there is none, it is out of reach, or it is deleted and the permission is to change
     */
    public CustomerRef require(String publicId, Permission permission) {
        return CustomerViews.ref(access.load(publicId, permission));
    }

    /** As {@link #require(String, Permission)}, for a row that refers to the customer. */
    public CustomerRef require(long id, Permission permission) {
        return CustomerViews.ref(access.load(id, permission));
    }

    /** The customer that the caller of the portal acts for. */
    public CustomerRef own() {
        return ReadOnce.of(
                List.of(Customers.class, "own", caller.customerId()), () -> CustomerViews.ref(access.ownSeen()));
    }

    /** How far the caller's permission reaches, for queries over many customers. */
    public CustomerScope scope(Permission permission) {
        return access.scope(permission);
    }

    /** Whether the caller has the permission and it reaches the customer. */
    public boolean reaches(long id, Permission permission) {
        return caller.has(permission)
                && SeenCustomers.by(em)
                        .find(id)
                        .filter(customer -> access.reaches(customer, permission))
                        .isPresent();
    }

    /** Without asking who calls: for jobs and for rows that were checked already. */
    public Optional<CustomerRef> find(long id) {
        return SeenCustomers.by(em).find(id).map(CustomerViews::ref);
    }

    /** The team that a customer belongs to, without asking who calls. */
    public Optional<Long> team(long id) {
        return Optional.ofNullable(em.find(Customer.class, id)).map(Customer::getTeamId);
    }

    /** Many at once, without asking who calls. */
    public Map<Long, CustomerRef> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return SeenCustomers.by(em).find(ids).values().stream()
                .map(CustomerViews::ref)
                .collect(Collectors.toMap(CustomerRef::id, Function.identity()));
    }

    /** Those who were deleted or merged. */
    public Set<Long> gone(Collection<Long> ids) {
        List<Long> asked = List.copyOf(ids);
        Set<Long> gone = new HashSet<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            gone.addAll(em.createQuery(
                            "select c.id from Customer c where c.id in :ids and c.deletedAt is not null", Long.class)
                    .setParameter("ids", asked.subList(from, Math.min(asked.size(), from + AT_ONCE)))
                    .getResultList());
        }
        return gone;
    }

    /** Prospects that have bought are customers from now on; at most 500 at a time. */
    public void bought(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        em.createQuery("select c from Customer c where c.id in :ids and c.stage = :prospect", Customer.class)
                .setParameter("ids", ids)
                .setParameter("prospect", CustomerStage.PROSPECT)
                .getResultStream()
                .forEach(customer -> {
                    customer.beKnownAs(customer.getKind(), CustomerStage.CUSTOMER, customer.getExternalId());
                    customer.changed(clock.instant());
                });
    }

    /** The addresses under which a customer is reached today, primary ones first; for rooms that contact customers. */
    public List<Reachable> reachable(long customerId) {
        return ReadOnce.of(List.of(Customers.class, "reachable", customerId), () -> addresses(customerId));
    }

    private List<Reachable> addresses(long customerId) {
        java.time.LocalDate today =
                clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return SeenCustomers.by(em).find(customerId).stream()
                .flatMap(customer -> customer.getContactPoints().stream())
                .filter(point -> point.isCurrent(today))
                .sorted(java.util.Comparator.comparing(point -> !point.isPrimary()))
                .map(Customers::reachable)
                .toList();
    }

    /** Who is reached under an e-mail address today, without asking who calls; those who proved that it is theirs first. */
    public List<Holder> holders(String email, int atMost) {
        java.time.LocalDate today =
                clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return em.createQuery(
                        "select p from ContactPoint p where p.type = :type and p.normalValue = :email order by p.id",
                        ContactPoint.class)
                .setParameter("type", ContactPointType.EMAIL)
                .setParameter("email", email)
                .setMaxResults(HOLDERS_LOOKED_AT)
                .getResultStream()
                .filter(point -> point.isCurrent(today))
                .map(point -> new Holder(find(point.getCustomerId()).orElseThrow(), point.getVerifiedAt() != null))
                .filter(holder -> !holder.customer().deleted())
                .sorted(java.util.Comparator.comparing(holder -> !holder.verified()))
                .limit(atMost)
                .toList();
    }

    /** As {@link #holders(String, int)} for many addresses in two statements. */
    public Map<String, List<Holder>> holders(Collection<String> emails) {
        if (emails.isEmpty()) {
            return Map.of();
        }
        java.time.LocalDate today =
                clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        List<ContactPoint> points = em.createQuery(
                        "select p from ContactPoint p where p.type = :type and p.normalValue in :emails order by p.id",
                        ContactPoint.class)
                .setParameter("type", ContactPointType.EMAIL)
                .setParameter("emails", emails)
                .setMaxResults(HOLDERS_LOOKED_AT * HOLDERS_LOOKED_AT)
                .getResultStream()
                .filter(point -> point.isCurrent(today))
                .toList();
        Map<Long, CustomerRef> known =
                find(points.stream().map(ContactPoint::getCustomerId).distinct().toList());
        return points.stream()
                .filter(point -> !known.get(point.getCustomerId()).deleted())
                .collect(Collectors.groupingBy(
                        ContactPoint::getNormalValue,
                        Collectors.mapping(
                                point -> new Holder(known.get(point.getCustomerId()), point.getVerifiedAt() != null),
                                Collectors.toList())));
    }

    /** Somebody who is reached under an address. @param verified whether they proved that it is theirs */
    public record Holder(CustomerRef customer, boolean verified) {}

    /** As {@link #reachable(long)} for many customers in one statement. */
    public Map<Long, List<Reachable>> reachable(Collection<Long> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        java.time.LocalDate today =
                clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return SeenPoint.of(em, customerIds).values().stream()
                .flatMap(List::stream)
                .filter(point -> point.isCurrent(today))
                .sorted(java.util.Comparator.comparing(point -> !point.primary()))
                .collect(Collectors.groupingBy(
                        SeenPoint::customerId,
                        Collectors.mapping(
                                point -> new Reachable(
                                        point.id(),
                                        point.publicId(),
                                        point.type(),
                                        point.normalValue(),
                                        point.value(),
                                        point.primary(),
                                        point.verifiedAt()),
                                Collectors.toList())));
    }

    private static Reachable reachable(ContactPoint point) {
        return new Reachable(
                point.getId(),
                point.getPublicId(),
                point.getType(),
                point.getNormalValue(),
                point.getValue(),
                point.isPrimary(),
                point.getVerifiedAt());
    }

    /** The language to write to the customer in from now on. */
    public void writeIn(long customerId, Locale language) {
        Customer customer = em.find(Customer.class, customerId);
        if (customer == null) {
            throw new NotFound();
        }
        customer.speak(language.toLanguageTag(), customer.getZone());
        customer.changed(clock.instant());
    }

    /**
     * A contact point to use.
     *
     * @param value what machines take
     * @param shown what people read
     * @param verifiedAt when the customer proved that it is theirs, or null
     */
    public record Reachable(
            long id,
            String publicId,
            ContactPointType type,
            String value,
            String shown,
            boolean primary,
            Instant verifiedAt) {

        public boolean verified() {
            return verifiedAt != null;
        }
    }
}

package org.vinculo.crm.party.internal;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.ReadOnce;

/**
 * Customers to look at: whoever was read for one part of a page is not read again for another, by whichever of the ids.
 * Whoever changes customers reads them himself.
 */
public final class SeenCustomers {

    private final EntityManager em;
    private final Map<Long, Customer> seen;

    private SeenCustomers(EntityManager em) {
        this.em = em;
        this.seen = ReadOnce.of(SeenCustomers.class, HashMap::new);
    }

    public static SeenCustomers by(EntityManager em) {
        return new SeenCustomers(em);
    }

    public Optional<Customer> find(long id) {
        return Optional.ofNullable(seen.computeIfAbsent(id, missing -> em.find(Customer.class, missing)));
    }

    public Optional<Customer> find(String publicId) {
        return find(List.of(publicId)).stream().findFirst();
    }

    /** In the order of their ids; who is not there is left out. */
    public List<Customer> find(List<String> publicIds) {
        Map<String, Customer> known = new HashMap<>();
        seen.values().forEach(customer -> known.put(customer.getPublicId(), customer));
        List<String> missing =
                publicIds.stream().filter(id -> !known.containsKey(id)).toList();
        Stream<Customer> read = missing.isEmpty()
                ? Stream.of()
                : keep(em.createQuery("select c from Customer c where c.publicId in :ids order by c.id", Customer.class)
                        .setParameter("ids", missing)
                        .getResultList());
        return Stream.concat(publicIds.stream().map(known::get).filter(Objects::nonNull), read)
                .sorted(Comparator.comparing(Customer::getId))
                .toList();
    }

    /** By id; who is not there is left out. */
    public Map<Long, Customer> find(Collection<Long> ids) {
        List<Long> missing =
                ids.stream().filter(id -> !seen.containsKey(id)).distinct().toList();
        Map<Long, Customer> found = new LinkedHashMap<>();
        ids.stream().map(seen::get).filter(Objects::nonNull).forEach(each -> found.put(each.getId(), each));
        if (!missing.isEmpty()) {
            keep(em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                            .setParameter("ids", missing)
                            .getResultList())
                    .forEach(each -> found.put(each.getId(), each));
        }
        return found;
    }

    private Stream<Customer> keep(List<Customer> read) {
        read.forEach(each -> seen.put(each.getId(), each));
        return read.stream();
    }
}

package org.vinculo.crm.party.internal.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.OrganisationNode;
import org.vinculo.crm.party.RelationType;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.CustomerRelation;
import org.vinculo.crm.party.internal.CustomerAccess;

/** Who belongs to whom, read level by level: one statement each, whatever the number of companies. */
@ApplicationScoped
public class OrganisationTree {

    private static final int MOST = 300;
    private static final int DEEPEST = 20;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CustomerAccess access;

    public OrganisationNode of(Customer asked) {
        long top = topmost(asked.getId());
        Map<Long, List<Long>> below = new HashMap<>();
        Set<Long> seen = new HashSet<>(Set.of(top));
        Set<Long> cut = new HashSet<>();
        List<Long> level = List.of(top);
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            List<Long> next = new ArrayList<>();
            for (CustomerRelation relation : under(level)) {
                if (seen.size() >= MOST) {
                    cut.add(relation.getToId());
                } else if (seen.add(relation.getFromId())) {
                    below.computeIfAbsent(relation.getToId(), none -> new ArrayList<>())
                            .add(relation.getFromId());
                    next.add(relation.getFromId());
                }
            }
            level = next;
        }
        return node(top, asked.getId(), customers(seen), below, cut);
    }

    private long topmost(long from) {
        long top = from;
        Set<Long> seen = new HashSet<>();
        while (seen.add(top)) {
            List<Long> above = em.createQuery(
                            "select r from CustomerRelation r where r.fromId = :at and r.type = :type order by r.id",
                            CustomerRelation.class)
                    .setParameter("at", top)
                    .setParameter("type", RelationType.BELONGS_TO)
                    .getResultStream()
                    .filter(relation -> relation.isCurrent(today()))
                    .map(CustomerRelation::getToId)
                    .toList();
            if (above.isEmpty()) {
                return top;
            }
            top = above.get(0);
        }
        return top;
    }

    private List<CustomerRelation> under(Collection<Long> level) {
        return em.createQuery(
                        "select r from CustomerRelation r where r.toId in :level and r.type = :type order by r.id",
                        CustomerRelation.class)
                .setParameter("level", level)
                .setParameter("type", RelationType.BELONGS_TO)
                .setMaxResults(MOST + 1)
                .getResultStream()
                .filter(relation -> relation.isCurrent(today()))
                .toList();
    }

    private Map<Long, Customer> customers(Set<Long> ids) {
        return em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        Customer::getId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private OrganisationNode node(
            long id, long asked, Map<Long, Customer> customers, Map<Long, List<Long>> below, Set<Long> cut) {
        Customer customer = customers.get(id);
        boolean reached = access.reaches(customer, Permission.CUSTOMER_VIEW);
        return new OrganisationNode(
                reached ? customer.getPublicId() : null,
                reached ? customer.getDisplayName() : null,
                reached ? customer.getCity() : null,
                id == asked,
                cut.contains(id),
                below.getOrDefault(id, List.of()).stream()
                        .filter(each -> !customers.get(each).isDeleted())
                        .sorted(Comparator.comparing(each -> customers.get(each).getSortName()))
                        .map(each -> node(each, asked, customers, below, cut))
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

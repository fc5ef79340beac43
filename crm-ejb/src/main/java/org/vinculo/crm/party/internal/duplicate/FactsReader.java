package org.vinculo.crm.party.internal.duplicate;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.internal.match.MatchFacts;

/** What of customers is compared, read in two statements for some hundreds of them. */
public final class FactsReader {

    private static final int AT_ONCE = 500;

    private static final String CUSTOMERS =
            "select c.id, c.kind, c.givenName, c.familyName, c.displayName, c.birthDate,"
                    + " c.taxIdKey, c.externalId, c.version from Customer c where c.id in :ids";
    private static final String PRESENT = CUSTOMERS + " and c.deletedAt is null";
    private static final String POINTS =
            "select p.customerId, p.type, p.normalValue, p.address.street, p.address.extra,"
                    + " p.address.postalCode, p.address.city, p.address.region from ContactPoint p where p.customerId in :ids";

    private final EntityManager em;

    public FactsReader(EntityManager em) {
        this.em = em;
    }

    /** By id; deleted customers are left out. */
    public Map<Long, MatchFacts> read(Collection<Long> ids) {
        return read(ids, false);
    }

    /** By id, deleted customers too. */
    public Map<Long, MatchFacts> readAll(Collection<Long> ids) {
        return read(ids, true);
    }

    private Map<Long, MatchFacts> read(Collection<Long> ids, boolean deleted) {
        Map<Long, MatchFacts> facts = new LinkedHashMap<>();
        List<Long> wanted = new ArrayList<>(ids);
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            read(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)), deleted, facts);
        }
        return facts;
    }

    private void read(List<Long> ids, boolean deleted, Map<Long, MatchFacts> facts) {
        Map<Long, MatchFacts.Builder> builders = new HashMap<>();
        em.createQuery(deleted ? CUSTOMERS : PRESENT, Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> builders.put((Long) row[0], customer(row)));
        em.createQuery(POINTS, Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> {
                    MatchFacts.Builder builder = builders.get((Long) row[0]);
                    if (builder != null) {
                        point(builder, row);
                    }
                });
        builders.forEach((id, builder) -> facts.put(id, builder.build()));
    }

    private static MatchFacts.Builder customer(Object[] row) {
        CustomerKind kind = (CustomerKind) row[1];
        MatchFacts.Builder builder = MatchFacts.of((Long) row[0], kind)
                .born((LocalDate) row[5])
                .taxId((String) row[6])
                .externalId((String) row[7])
                .version((Long) row[8]);
        return kind == CustomerKind.PERSON
                ? builder.named((String) row[2], (String) row[3])
                : builder.called((String) row[4]);
    }

    private static void point(MatchFacts.Builder builder, Object[] row) {
        ContactPointType type = (ContactPointType) row[1];
        if (type == ContactPointType.POSTAL) {
            builder.place((String) row[3], (String) row[4], (String) row[5], (String) row[6], (String) row[7]);
        } else {
            builder.point(type, (String) row[2]);
        }
    }
}

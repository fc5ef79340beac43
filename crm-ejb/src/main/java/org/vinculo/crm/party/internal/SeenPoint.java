package org.vinculo.crm.party.internal;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.shared.ReadOnce;

/** A contact point to look at. What was read for one part of a page is not read again for another. */
public record SeenPoint(
        long id,
        String publicId,
        long customerId,
        ContactPointType type,
        String value,
        String normalValue,
        boolean primary,
        Instant verifiedAt,
        LocalDate validFrom,
        LocalDate validTo) {

    /** Those of some customers, in the order in which they were entered; nothing for whoever has none. */
    public static Map<Long, List<SeenPoint>> of(EntityManager em, Collection<Long> customerIds) {
        Map<Long, List<SeenPoint>> seen = ReadOnce.of(SeenPoint.class, HashMap::new);
        List<Long> missing = customerIds.stream()
                .filter(id -> !seen.containsKey(id))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(id -> seen.put(id, new ArrayList<>()));
            em.createQuery(
                            "select new org.vinculo.crm.party.internal.SeenPoint(p.id, p.publicId, p.customerId, p.type,"
                                    + " p.value, p.normalValue, p.primary, p.verifiedAt, p.validFrom, p.validTo)"
                                    + " from ContactPoint p where p.customerId in :ids order by p.id",
                            SeenPoint.class)
                    .setParameter("ids", missing)
                    .getResultStream()
                    .forEach(point -> seen.get(point.customerId()).add(point));
        }
        return customerIds.stream().distinct().collect(Collectors.toMap(Function.identity(), seen::get));
    }

    public boolean isCurrent(LocalDate day) {
        return ContactPoint.isCurrent(validFrom, validTo, day);
    }
}

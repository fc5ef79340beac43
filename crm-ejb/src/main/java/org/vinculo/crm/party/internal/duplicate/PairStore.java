package org.vinculo.crm.party.internal.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.entity.DuplicatePair;
import org.vinculo.crm.party.entity.DuplicateScan;
import org.vinculo.crm.party.internal.match.MatchFacts;
import org.vinculo.crm.party.internal.match.Matcher;

/** Compares the customers who share a key, and keeps the pairs that look like one customer. */
@ApplicationScoped
public class PairStore {

    /** Below it nobody needs to look; between it and the proposals the queue is silent. */
    static final int KEPT = 50;

    /** A key that more customers share says nothing, and comparing them all would take forever. */
    static final int LARGEST_BLOCK = 250;

    private static final int AT_ONCE = 500;

    int largestBlock = LARGEST_BLOCK;

    private static final String PAIRS = "select distinct k1.customer_id, k2.customer_id from customer_match_key k1"
            + " inner join customer_match_key k2 on k2.match_key = k1.match_key";
    private static final String OF_SCAN =
            " left join duplicate_block b on b.match_key = k1.match_key and b.scan_id = ?1"
                    + " where b.scan_id is null and k1.customer_id > ?2 and k1.customer_id <= ?3";
    private static final String EVERYBODY = PAIRS + " and k2.customer_id > k1.customer_id" + OF_SCAN;
    private static final String CHANGED = PAIRS + " and k2.customer_id <> k1.customer_id"
            + " inner join customer_match m on m.customer_id = k1.customer_id"
            + " inner join customer c on c.id = k1.customer_id and c.version <> m.searched_version" + OF_SCAN;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    private record Ids(long first, long second) {

        static Ids of(Object row) {
            long one = ((Number) ((Object[]) row)[0]).longValue();
            long other = ((Number) ((Object[]) row)[1]).longValue();
            return new Ids(Math.min(one, other), Math.max(one, other));
        }
    }

    /** Notes the keys that too many customers share. */
    void findLargeBlocks(DuplicateScan scan) {
        em.createNativeQuery("insert into duplicate_block (scan_id, match_key, customers)"
                        + " select cast(?1 as bigint), k.match_key, count(*) from customer_match_key k"
                        + " group by k.match_key having count(*) > ?2")
                .setParameter(1, scan.getId())
                .setParameter(2, largestBlock)
                .executeUpdate();
        Object[] sum = (Object[]) em.createNativeQuery(
                        "select count(*), coalesce(sum(customers), 0) from duplicate_block where scan_id = ?1")
                .setParameter(1, scan.getId())
                .getSingleResult();
        scan.skipped(((Number) sum[0]).intValue(), ((Number) sum[1]).longValue());
    }

    /** Compares the customers of a range of ids with all others that share a key. */
    void compare(DuplicateScan scan, long after, long last) {
        List<?> rows = em.createNativeQuery(scan.isWholeBase() ? EVERYBODY : CHANGED)
                .setParameter(1, scan.getId())
                .setParameter(2, after)
                .setParameter(3, last)
                .getResultList();
        Set<Ids> pairs = rows.stream().map(Ids::of).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        Set<Long> ids = new HashSet<>();
        pairs.forEach(pair -> {
            ids.add(pair.first());
            ids.add(pair.second());
        });
        Map<Long, MatchFacts> facts = new FactsReader(em).read(ids);
        Map<Ids, Matcher.Result> alike = new java.util.LinkedHashMap<>();
        for (Ids pair : pairs) {
            MatchFacts first = facts.get(pair.first());
            MatchFacts second = facts.get(pair.second());
            if (first != null && second != null) {
                Matcher.Result result = Matcher.compare(first, second);
                if (result.score() >= KEPT) {
                    alike.put(pair, result);
                }
            }
        }
        scan.looked(0, pairs.size(), keep(alike, scan.getId()));
        em.createNativeQuery("update customer_match set searched_version ="
                        + " (select c.version from customer c where c.id = customer_match.customer_id)"
                        + " where customer_id > ?1 and customer_id <= ?2 and exists (select 1 from customer c where"
                        + " c.id = customer_match.customer_id and c.version <> customer_match.searched_version)")
                .setParameter(1, after)
                .setParameter(2, last)
                .executeUpdate();
    }

    /** How many are new. */
    private int keep(Map<Ids, Matcher.Result> alike, Long scan) {
        if (alike.isEmpty()) {
            return 0;
        }
        Map<Ids, DuplicatePair> known = known(alike.keySet());
        int added = 0;
        for (Map.Entry<Ids, Matcher.Result> each : alike.entrySet()) {
            DuplicatePair pair = known.get(each.getKey());
            if (pair == null) {
                pair = new DuplicatePair(each.getKey().first(), each.getKey().second(), clock.instant());
                em.persist(pair);
                added++;
            }
            pair.compared(each.getValue().score(), each.getValue().parts(), scan);
        }
        return added;
    }

    private Map<Ids, DuplicatePair> known(Collection<Ids> pairs) {
        List<Long> firsts = pairs.stream().map(Ids::first).distinct().toList();
        Map<Ids, DuplicatePair> known = new HashMap<>();
        for (int from = 0; from < firsts.size(); from += AT_ONCE) {
            em.createQuery("select p from DuplicatePair p where p.firstId in :ids", DuplicatePair.class)
                    .setParameter("ids", new ArrayList<>(firsts.subList(from, Math.min(firsts.size(), from + AT_ONCE))))
                    .getResultList()
                    .forEach(pair -> known.put(new Ids(pair.getFirstId(), pair.getSecondId()), pair));
        }
        return known;
    }

    /** After everybody was compared: open pairs that are no longer alike go. */
    void forgetOutdated(DuplicateScan scan) {
        em.createQuery("delete from DuplicatePair p where p.state = :open and (p.scanId is null or p.scanId <> :scan)"
                        + " and p.foundAt < :started")
                .setParameter("open", DuplicateState.OPEN)
                .setParameter("scan", scan.getId())
                .setParameter("started", scan.getStartedAt())
                .executeUpdate();
    }
}

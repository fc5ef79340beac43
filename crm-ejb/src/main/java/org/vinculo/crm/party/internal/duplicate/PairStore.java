package org.vinculo.crm.party.internal.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.entity.DuplicatePair;
import org.vinculo.crm.party.entity.DuplicateScan;
import org.vinculo.crm.party.internal.match.MatchFacts;
import org.vinculo.crm.party.internal.match.Matcher;
import org.vinculo.crm.shared.FreshStatement;

/** Compares the customers who share a key, and keeps the pairs that look like one customer. */
@ApplicationScoped
public class PairStore {

    /** Below it nobody needs to look; between it and the proposals the queue is silent. */
    static final int KEPT = 50;

    /** A key that more customers share says nothing, and comparing them all would take forever. */
    static final int LARGEST_BLOCK = 250;

    private static final int AT_ONCE = 500;

    int largestBlock = LARGEST_BLOCK;

    private static final String SEEN =
            "update customer_match set searched_version = ? where customer_id = ? and searched_version <> ?";

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

    private KeptFacts kept;
    private Long keptFor;

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

    /** The next customers to compare. */
    Stretch next(DuplicateScan scan, long after) {
        return Stretch.next(em, after, scan.isWholeBase() ? Stretch.Wanted.ALL : Stretch.Wanted.UNSEEN);
    }

    /** Compares the wanted customers of a stretch with all others that share a key. */
    void compare(DuplicateScan scan, Stretch stretch) {
        if (stretch.wanted().isEmpty()) {
            return;
        }
        List<?> rows = em.createNativeQuery(scan.isWholeBase() ? EVERYBODY : CHANGED)
                .setParameter(1, scan.getId())
                .setParameter(2, stretch.after())
                .setParameter(3, stretch.last())
                .getResultList();
        Set<Ids> pairs = rows.stream().map(Ids::of).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        Set<Long> ids = new HashSet<>();
        pairs.forEach(pair -> {
            ids.add(pair.first());
            ids.add(pair.second());
        });
        Map<Long, MatchFacts> facts = facts(scan).of(ids, stretch.wanted(), new FactsReader(em));
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
        scan.looked(stretch.wanted().size(), pairs.size(), keep(alike, scan.getId()));
        seen(stretch.wanted());
    }

    private KeptFacts facts(DuplicateScan scan) {
        if (kept == null || !scan.getId().equals(keptFor)) {
            kept = new KeptFacts();
            keptFor = scan.getId();
        }
        return kept;
    }

    /** After a search nobody needs what it kept in memory. */
    void forgetFacts() {
        kept = null;
    }

    /** Notes which versions were compared: who changed in the meantime is looked at by the next search. */
    private void seen(Map<Long, Long> versions) {
        try (PreparedStatement update = FreshStatement.prepare(em.unwrap(Connection.class), SEEN)) {
            for (Map.Entry<Long, Long> each : versions.entrySet()) {
                update.setLong(1, each.getValue());
                update.setLong(2, each.getKey());
                update.setLong(3, each.getValue());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
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

package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.party.SearchRecords;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.shared.SqlText;

/**
 * Makes the index of the search anew: the customers by id, then each kind of records. What changes meanwhile is kept in
 * step by whoever changes it, so the work can be interrupted and goes on where it was.
 */
@ApplicationScoped
public class SearchRebuild implements JobHandler {

    public static final String NAME = "search-rebuild";

    /** By which rules the index is made; raised with them. */
    static final int LAYOUT = 3;

    private static final int CUSTOMERS_AT_ONCE = 250;
    private static final int RECORDS_AT_ONCE = 100;
    private static final String CUSTOMERS = "customers";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    TokenIndex tokens;

    @Inject
    @Any
    Instance<SearchRecords> kinds;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean inBackground() {
        return true;
    }

    @Override
    public JobStep step(JobContext context) {
        if (context.checkpoint() == null) {
            long total =
                    ((Number) em.createQuery("select count(c) from Customer c").getSingleResult()).longValue();
            return customers(0, 0, total);
        }
        String[] place = context.checkpoint().split(":");
        long after = Long.parseLong(place[1]);
        return place[0].equals(CUSTOMERS)
                ? customers(after, context.done(), context.total())
                : records(place[0], after, context.done(), context.total());
    }

    private JobStep customers(long after, long done, long total) {
        List<Customer> next = em.createQuery(
                        "select c from Customer c where c.id > :after order by c.id", Customer.class)
                .setParameter("after", after)
                .setMaxResults(CUSTOMERS_AT_ONCE)
                .setHint("eclipselink.batch", "c.contactPoints")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
        tokens.refresh(next);
        if (next.size() < CUSTOMERS_AT_ONCE) {
            return nextKind(null, done + next.size(), total);
        }
        return step(CUSTOMERS, next.get(next.size() - 1).getId(), done + next.size(), total);
    }

    private JobStep records(String name, long after, long done, long total) {
        SearchRecords kind = sorted().stream()
                .filter(each -> each.kind().equals(name))
                .findFirst()
                .orElseThrow();
        List<Long> next = kind.ids(after, RECORDS_AT_ONCE);
        if (!next.isEmpty()) {
            SearchIndex.remove(em, name, kept(name, next));
            SearchIndex.add(em, name, kind.entries(next));
        }
        if (next.size() < RECORDS_AT_ONCE) {
            return nextKind(name, done + next.size(), total);
        }
        return step(name, next.get(next.size() - 1), done + next.size(), total);
    }

    /** Which of them, in ascending order, are in the index already: most are not, and to delete what is not there takes Derby long. */
    private List<Long> kept(String kind, List<Long> ids) {
        SqlText sql = SqlText.empty()
                .sqlPart(
                        "select distinct r.record_id from search_record r --DERBY-PROPERTIES constraint=search_record_pk\n"
                                + " where r.kind = ")
                .value(kind)
                .sqlPart(" and r.record_id >= ")
                .value(ids.get(0))
                .sqlPart(" and r.record_id <= ")
                .value(ids.get(ids.size() - 1));
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    private JobStep nextKind(String present, long done, long total) {
        List<String> names =
                new ArrayList<>(sorted().stream().map(SearchRecords::kind).toList());
        int next = present == null ? 0 : names.indexOf(present) + 1;
        if (next < names.size()) {
            return step(names.get(next), 0, done, total);
        }
        em.createNativeQuery("update search_state set layout = ?1 where id = 1")
                .setParameter(1, LAYOUT)
                .executeUpdate();
        return JobStep.finished(done);
    }

    private static JobStep step(String kind, long after, long done, long total) {
        return new JobStep(kind + ":" + after, done, Math.max(done, total), false, null);
    }

    private List<SearchRecords> sorted() {
        return kinds.stream().sorted(Comparator.comparing(SearchRecords::kind)).toList();
    }
}

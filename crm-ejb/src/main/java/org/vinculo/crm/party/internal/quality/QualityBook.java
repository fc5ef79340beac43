package org.vinculo.crm.party.internal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerQuality;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.QualityIssue;
import org.vinculo.crm.party.QualityReport;
import org.vinculo.crm.party.entity.Customer;

/**
 * Counts what is missing or doubtful. Completeness is the share of the wanted facts that are known: e-mail, telephone,
 * address, language, tax number, source, and of persons the birth date. Out of date is who was not changed for a year.
 */
@ApplicationScoped
public class QualityBook {

    private static final int MOST_SOURCES = 20;
    private static final String NO_SOURCE = "";

    private static final String PRESENT = " c.deleted_at is null";
    private static final String OWN = " and c.owner_id = ?1";
    private static final String TEAM = " and (c.owner_id = ?1 or c.team_id = ?2)";

    private static final String CUSTOMERS =
            "select coalesce(c.acquired_from, ''), c.kind, count(*) from customer c where" + PRESENT;
    private static final String CUSTOMERS_BY = " group by coalesce(c.acquired_from, ''), c.kind";
    private static final String ISSUES = "select coalesce(c.acquired_from, ''), q.issue, count(*) from customer_issue q"
            + " inner join customer c on c.id = q.subject_id where" + PRESENT;
    private static final String ISSUES_BY = " group by coalesce(c.acquired_from, ''), q.issue";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public CustomerQuality of(Customer customer) {
        List<?> rows = em.createNativeQuery("select issue from customer_issue where subject_id = ?1")
                .setParameter(1, customer.getId())
                .getResultList();
        List<QualityIssue> issues = rows.stream()
                .map(row -> QualityIssue.valueOf(((String) row).strip()))
                .sorted()
                .toList();
        Object[] points = (Object[]) em.createNativeQuery("select count(*), count(verified_at) from contact_point"
                        + " where customer_id = ?1 and point_type in ('EMAIL', 'PHONE')")
                .setParameter(1, customer.getId())
                .getSingleResult();
        long gaps = issues.stream().filter(QualityIssue::isGap).count();
        return new CustomerQuality(
                1 - (double) gaps / QualityIssue.wanted(customer.getKind()),
                number(points[1]),
                number(points[0]),
                issues);
    }

    /** What was counted of one source. */
    private static final class Tally {
        private long customers;
        private long wanted;
        private final Map<QualityIssue, Long> issues = new EnumMap<>(QualityIssue.class);

        double completeness() {
            long gaps = issues.entrySet().stream()
                    .filter(each -> each.getKey().isGap())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return wanted == 0 ? 0 : 1 - (double) gaps / wanted;
        }

        double share(QualityIssue issue) {
            return customers == 0 ? 0 : (double) issues.getOrDefault(issue, 0L) / customers;
        }
    }

    public QualityReport report(CustomerScope scope) {
        Map<String, Tally> bySource = new HashMap<>();
        Tally all = new Tally();
        String reach = scope.reach() == Scope.OWN ? OWN : scope.reach() == Scope.TEAM ? TEAM : "";
        for (Object row : bind(em.createNativeQuery(CUSTOMERS + reach + CUSTOMERS_BY), scope)
                .getResultList()) {
            Object[] values = (Object[]) row;
            long customers = number(values[2]);
            long wanted = customers * QualityIssue.wanted(CustomerKind.valueOf((String) values[1]));
            for (Tally tally : List.of(all, bySource.computeIfAbsent((String) values[0], none -> new Tally()))) {
                tally.customers += customers;
                tally.wanted += wanted;
            }
        }
        for (Object row :
                bind(em.createNativeQuery(ISSUES + reach + ISSUES_BY), scope).getResultList()) {
            Object[] values = (Object[]) row;
            QualityIssue issue = QualityIssue.valueOf(((String) values[1]).strip());
            for (Tally tally : List.of(all, bySource.computeIfAbsent((String) values[0], none -> new Tally()))) {
                tally.issues.merge(issue, number(values[2]), Long::sum);
            }
        }
        return report(all, new LinkedHashMap<>(bySource));
    }

    private static QualityReport report(Tally all, Map<String, Tally> bySource) {
        List<QualityReport.Count> counts = new ArrayList<>();
        for (QualityIssue issue : QualityIssue.values()) {
            counts.add(new QualityReport.Count(issue, all.issues.getOrDefault(issue, 0L), all.share(issue)));
        }
        List<QualityReport.Source> sources = bySource.entrySet().stream()
                .map(each -> source(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(QualityReport.Source::customers)
                        .reversed())
                .limit(MOST_SOURCES)
                .toList();
        return new QualityReport(all.customers, all.completeness(), counts, sources);
    }

    private static QualityReport.Source source(String name, Tally tally) {
        return new QualityReport.Source(
                name.equals(NO_SOURCE) ? null : name,
                tally.customers,
                tally.completeness(),
                tally.share(QualityIssue.EMAIL_UNVERIFIED),
                tally.share(QualityIssue.STALE),
                tally.share(QualityIssue.DUPLICATE));
    }

    private static Query bind(Query query, CustomerScope scope) {
        Map<String, Object> values = scope.parameters();
        if (values.containsKey("scopeOwner")) {
            query.setParameter(1, values.get("scopeOwner"));
        }
        if (values.containsKey("scopeTeam")) {
            query.setParameter(2, values.get("scopeTeam"));
        }
        return query;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

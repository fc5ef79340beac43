package org.vinculo.crm.party.internal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerQuality;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.QualityIssue;
import org.vinculo.crm.party.QualityReport;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.SqlText;

/**
 * Counts what is missing or doubtful. Completeness is the share of the wanted facts that are known: e-mail, telephone,
 * address, language, tax number, source, and of persons the birth date. Out of date is who was not changed for a year.
 */
@ApplicationScoped
public class QualityBook {

    private static final int MOST_SOURCES = 20;
    private static final String NO_SOURCE = "";

    private static final String PRESENT = " c.deleted_at is null";
    private static final String OF_POINTS =
            " from contact_point p where p.customer_id = c.id and p.point_type in ('EMAIL', 'PHONE'))";
    private static final String POINTS =
            ", (select count(*)" + OF_POINTS + ", (select count(p.verified_at)" + OF_POINTS;
    private static final int FIRST_ISSUE = 3;
    private static final String CUSTOMERS =
            "select coalesce(c.acquired_from, ''), coalesce(c.acquired_via, ''), c.kind,"
                    + " count(*) from customer c where" + PRESENT;
    private static final String CUSTOMERS_BY =
            " group by coalesce(c.acquired_from, ''), coalesce(c.acquired_via, ''), c.kind";
    private static final String SOURCES =
            "select coalesce(c.acquired_from, ''), coalesce(c.acquired_via, ''), count(*) from customer c where"
                    + PRESENT + " and ";
    private static final String SOURCES_BY = " group by coalesce(c.acquired_from, ''), coalesce(c.acquired_via, '')";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    /** How many customers there are. @param most where counting ends */
    public long customers(long most) {
        SqlText sql = SqlText.empty()
                .sqlPart("select count(*) from (select c.id from customer c fetch first ")
                .value(most)
                .sqlPart(" rows only) counted");
        return number(sql.fill(em.createNativeQuery(sql.sql())).getSingleResult());
    }

    /** All questions about one customer in one statement. */
    public CustomerQuality of(Customer customer) {
        SqlText sql = SqlText.empty().sqlPart("select c.deleted_at" + POINTS);
        for (QualityIssue issue : QualityIssue.values()) {
            sql.sqlPart(", case when ").sqlPart(IssueSql.of(issue).sql()).sqlPart(" then 1 else 0 end");
        }
        sql.sqlPart(" from customer c where c.id = ").value(customer.getId());
        Object[] row = (Object[]) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult();
        List<QualityIssue> issues = Arrays.stream(QualityIssue.values())
                .filter(issue -> row[0] == null && number(row[issue.ordinal() + FIRST_ISSUE]) == 1)
                .toList();
        long gaps = issues.stream().filter(QualityIssue::isGap).count();
        return new CustomerQuality(
                1 - (double) gaps / QualityIssue.wanted(customer.getKind()), number(row[2]), number(row[1]), issues);
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

    /** Of all customers in reach, or of those of whom a condition over the customer {@code c} holds. */
    public QualityReport report(CustomerScope scope, Optional<SqlText> condition) {
        Map<String, Tally> bySource = new HashMap<>();
        Map<String, Tally> byChannel = new HashMap<>();
        Tally all = new Tally();
        for (Object[] values : rows(SqlText.empty().sqlPart(CUSTOMERS), scope, condition, CUSTOMERS_BY)) {
            long customers = number(values[3]);
            long wanted = customers * QualityIssue.wanted(CustomerKind.valueOf((String) values[2]));
            for (Tally tally : tallies(all, bySource, byChannel, values)) {
                tally.customers += customers;
                tally.wanted += wanted;
            }
        }
        for (QualityIssue issue : QualityIssue.values()) {
            SqlText having =
                    SqlText.empty().sqlPart(SOURCES).sqlPart(IssueSql.of(issue).sql());
            for (Object[] values : rows(having, scope, condition, SOURCES_BY)) {
                for (Tally tally : tallies(all, bySource, byChannel, values)) {
                    tally.issues.merge(issue, number(values[2]), Long::sum);
                }
            }
        }
        List<QualityReport.Count> counts = new ArrayList<>();
        for (QualityIssue issue : QualityIssue.values()) {
            counts.add(new QualityReport.Count(issue, all.issues.getOrDefault(issue, 0L), all.share(issue)));
        }
        return new QualityReport(
                clock.instant(), all.customers, all.completeness(), counts, sources(bySource), sources(byChannel));
    }

    private static List<Tally> tallies(
            Tally all, Map<String, Tally> bySource, Map<String, Tally> byChannel, Object[] values) {
        return List.of(
                all,
                bySource.computeIfAbsent((String) values[0], none -> new Tally()),
                byChannel.computeIfAbsent((String) values[1], none -> new Tally()));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(SqlText sql, CustomerScope scope, Optional<SqlText> condition, String groups) {
        Map<String, Object> reach = scope.parameters();
        if (scope.reach() == Scope.OWN) {
            sql.sqlPart(" and c.owner_id = ").value(reach.get("scopeOwner"));
        } else if (scope.reach() == Scope.TEAM) {
            sql.sqlPart(" and (c.owner_id = ").value(reach.get("scopeOwner"));
            sql.sqlPart(" or c.team_id = ").value(reach.get("scopeTeam")).sqlPart(")");
        }
        condition.ifPresent(narrowed -> sql.sqlPart(" and ").add(narrowed));
        sql.sqlPart(groups);
        return sql.fill(em.createNativeQuery(sql.sql())).getResultList();
    }

    private static List<QualityReport.Source> sources(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(each -> source(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(QualityReport.Source::customers)
                        .reversed()
                        .thenComparing(QualityReport.Source::source, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST_SOURCES)
                .toList();
    }

    private static QualityReport.Source source(String name, Tally tally) {
        return new QualityReport.Source(
                name.equals(NO_SOURCE) ? null : name,
                tally.customers,
                tally.completeness(),
                tally.share(QualityIssue.EMAIL_UNVERIFIED),
                tally.share(QualityIssue.PHONE_UNVERIFIED),
                tally.share(QualityIssue.STALE),
                tally.share(QualityIssue.DUPLICATE));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.segment.SegmentMember;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.segment.entity.SegmentSnapshot;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.Tier;

/** Reads segments and their members, never further than the caller's permissions reach. */
@ApplicationScoped
public class SegmentStore {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    SegmentSql sql;

    /**
     * Who belongs to a segment, as a criterion over the customer {@code c}; whom the caller may see is not part of it.
     * Nobody belongs to a snapshot before it is complete.
     */
    public SqlText criterion(Segment segment) {
        if (segment.getSnapshotId() == null) {
            return sql.of(RuleJson.read(segment.getRule()));
        }
        return SqlText.empty()
                .sqlPart("exists (select 1 from segment_member m where m.snapshot_id = ")
                .value(segment.getSnapshotId())
                .sqlPart(" and m.customer_id = c.id)");
    }

    /** How far the caller sees the customers of a sentence: as far as the narrowest of the permissions that it takes. */
    public CustomerScope reach(Set<Permission> permissions) {
        return permissions.stream()
                .map(customers::scope)
                .min(Comparator.comparing(CustomerScope::reach))
                .orElseGet(() -> customers.scope(Permission.CUSTOMER_VIEW));
    }

    public boolean reachesEverybody(SegmentRule rule) {
        return reach(rule.permissions()).reach() == Scope.ALL;
    }

    long count(SqlText criterion, CustomerScope reach) {
        SqlText text = SqlText.empty().sqlPart("select count(*) from customer c where c.deleted_at is null and ");
        text.add(criterion).add(reach.andReached());
        return ((Number) text.fill(em.createNativeQuery(text.sql())).getSingleResult()).longValue();
    }

    /** Keeps the size of the whole; not a change of the segment, so its version stays. */
    void counted(Segment segment, long members) {
        em.createNativeQuery("update segment set members = ?1, counted_at = ?2 where id = ?3")
                .setParameter(1, members)
                .setParameter(2, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(3, segment.getId())
                .executeUpdate();
    }

    /** By name, from a customer on. */
    List<SegmentMember> members(SqlText criterion, CustomerScope reach, Place after, int size) {
        boolean figures = caller.has(Permission.VALUE_VIEW)
                && customers.scope(Permission.VALUE_VIEW).reach().compareTo(reach.reach()) >= 0;
        SqlText text = SqlText.empty()
                .sqlPart("select c.public_id, c.external_id, c.display_name, c.kind, c.city, c.country, ");
        text.sqlPart(
                figures
                        ? "f.tier, f.ltv, f.last_on, c.sort_name, c.id from customer c"
                                + " left join customer_value f on f.customer_id = c.id"
                        : "c.kind, c.id, c.created_at, c.sort_name, c.id from customer c");
        text.sqlPart(" where c.deleted_at is null and ").add(criterion).add(reach.andReached());
        if (after != null) {
            text.sqlPart(" and (c.sort_name > ").value(after.sortName());
            text.sqlPart(" or (c.sort_name = ").value(after.sortName());
            text.sqlPart(" and c.id > ").value(after.id()).sqlPart("))");
        }
        text.sqlPart(" order by c.sort_name, c.id fetch next ").value(size).sqlPart(" rows only");
        List<?> rows = text.fill(em.createNativeQuery(text.sql())).getResultList();
        return rows.stream().map(row -> member((Object[]) row, figures)).toList();
    }

    /** Where a page ended. */
    record Place(String sortName, long id) {}

    /** Where the page of a member ends; empty when they are gone. */
    Optional<Place> place(String publicId) {
        List<?> rows = em.createNativeQuery("select c.sort_name, c.id from customer c where c.public_id = ?1")
                .setParameter(1, publicId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Place((String) row[0], ((Number) row[1]).longValue()))
                .findFirst();
    }

    private static SegmentMember member(Object[] row, boolean figures) {
        return new SegmentMember(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                CustomerKind.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                figures && row[6] != null ? Tier.valueOf((String) row[6]) : null,
                figures && row[7] != null ? BigDecimal.valueOf(((Number) row[7]).doubleValue()) : null,
                figures ? day(row[8]) : null);
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /**
     * How many customers are in which of several segments together, in one pass: by a number whose bits are the segments,
     * the first one the lowest.
     */
    List<long[]> combinations(List<SqlText> criteria, CustomerScope reach) {
        SqlText text = SqlText.empty().sqlPart("select t.within, count(*) from (select ");
        String between = "";
        for (int i = 0; i < criteria.size(); i++) {
            text.sqlPart(between + "case when ").add(criteria.get(i)).sqlPart(" then ");
            text.sqlPart((1 << i) + " else 0 end");
            between = " + ";
        }
        text.sqlPart(" as within from customer c where c.deleted_at is null").add(reach.andReached());
        text.sqlPart(") t where t.within > 0 group by t.within");
        List<long[]> found = new ArrayList<>();
        for (Object row : text.fill(em.createNativeQuery(text.sql())).getResultList()) {
            Object[] columns = (Object[]) row;
            found.add(new long[] {((Number) columns[0]).longValue(), ((Number) columns[1]).longValue()});
        }
        return found;
    }

    /** Which of several segments a customer is in, with one statement: their places in the list. */
    List<Integer> of(long customerId, List<Segment> segments) {
        if (segments.isEmpty()) {
            return List.of();
        }
        SqlText text = SqlText.empty();
        String between = "";
        for (int i = 0; i < segments.size(); i++) {
            text.sqlPart(between + "select " + i + " from customer c where c.id = ")
                    .value(customerId);
            text.sqlPart(" and ").add(criterion(segments.get(i)));
            between = " union all ";
        }
        List<?> rows = text.fill(em.createNativeQuery(text.sql())).getResultList();
        return rows.stream().map(row -> ((Number) row).intValue()).toList();
    }

    Optional<SegmentSnapshot> snapshot(Segment segment) {
        return segment.getSnapshotId() == null
                ? Optional.empty()
                : Optional.ofNullable(em.find(SegmentSnapshot.class, segment.getSnapshotId()));
    }
}

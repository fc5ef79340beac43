package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.KeptRate;
import org.vinculo.crm.activity.KeptRates;
import org.vinculo.crm.activity.PromiseList;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Promises to many customers, never further than the caller's permission reaches, and one's own. */
@ApplicationScoped
public class PromiseQuery {

    private static final int COUNTED = 10_000;
    private static final String FROM =
            " from promise p inner join customer c on c.id = p.customer_id where c.deleted_at is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    Customers customers;

    @Inject
    StaffDirectory staff;

    @Inject
    PromiseBook book;

    /** What is open first, the longest due first; then what is settled, newest first. */
    public Page<PromiseView> page(PromiseList wanted, PageRequest page) {
        Statement sql = new Statement("select p.id, p.state" + FROM);
        narrow(sql, wanted);
        sql.append(" order by case when p.state = 'OPEN' then 0 else 1 end,"
                + " case when p.state = 'OPEN' then p.due_on end, p.due_on desc, p.id offset ");
        sql.value(page.first()).append(" rows fetch next ").value(page.size());
        sql.append(" rows only");
        List<Long> ids =
                sql.rows().stream().map(row -> ((Number) row[0]).longValue()).toList();
        Statement count = new Statement("select count(*) from (select p.id" + FROM);
        narrow(count, wanted);
        count.append(" fetch first " + (COUNTED + 1) + " rows only) counted");
        long total = ((Number) count.query().getSingleResult()).longValue();
        return new Page<>(book.views(load(ids)), Math.min(total, COUNTED), total > COUNTED);
    }

    private List<Promise> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Promise> found = em.createQuery("select p from Promise p where p.id in :ids", Promise.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Promise::getId, Function.identity()));
        return ids.stream().map(found::get).toList();
    }

    private void narrow(Statement sql, PromiseList wanted) {
        switch (wanted.filter()) {
            case OPEN -> sql.append(" and p.state = 'OPEN'");
            case OVERDUE -> sql.append(" and p.state = 'OPEN' and p.due_on < ").value(who.today());
            case KEPT -> sql.append(" and p.state = 'KEPT' and p.settled_on <= p.due_on");
            case LATE -> sql.append(" and p.state = 'KEPT' and p.settled_on > p.due_on");
            case WITHDRAWN -> sql.append(" and p.state = 'WITHDRAWN'");
            case COUNTED ->
                sql.append(" and (p.state = 'KEPT' or (p.state = 'OPEN' and p.due_on < ")
                        .value(who.today())
                        .append("))");
            case ALL -> {}
        }
        if (wanted.mine()) {
            sql.append(" and p.owner_id = ").value(who.own());
        }
        if (wanted.owner() != null) {
            sql.append(" and p.owner_id = ")
                    .value(staff.byPublicId(wanted.owner()).map(StaffRef::id).orElse(-1L));
        }
        if (wanted.team() != null) {
            sql.append(" and p.team_id = ")
                    .value(staff.team(wanted.team()).map(TeamRef::id).orElse(-1L));
        }
        if (wanted.from() != null) {
            sql.append(" and p.due_on >= ").value(wanted.from());
        }
        if (wanted.to() != null) {
            sql.append(" and p.due_on <= ").value(wanted.to());
        }
        sql.reach();
    }

    /** How promises were kept that fell due in a time; what is due later is not counted yet. */
    public KeptRates rates(LocalDate from, LocalDate wantedTo) {
        LocalDate to = wantedTo.isAfter(who.today()) ? who.today() : wantedTo;
        Statement sql = new Statement("select p.owner_id, p.team_id,"
                + " sum(case when p.state = 'KEPT' and p.settled_on <= p.due_on then 1 else 0 end),"
                + " sum(case when p.state = 'KEPT' and p.settled_on > p.due_on then 1 else 0 end),"
                + " sum(case when p.state = 'OPEN' and p.due_on < ");
        sql.value(who.today()).append(" then 1 else 0 end), sum(case when p.state = 'WITHDRAWN' then 1 else 0 end)");
        sql.append(FROM + " and p.due_on >= ").value(from);
        sql.append(" and p.due_on <= ").value(to);
        sql.reach();
        sql.append(" group by p.owner_id, p.team_id");
        List<Sum> sums = sql.rows().stream().map(Sum::of).toList();
        Map<Long, StaffRef> people = staff.byIds(sums.stream().map(Sum::owner).collect(Collectors.toSet()));
        Map<Long, TeamRef> teams = staff.teams().stream().collect(Collectors.toMap(TeamRef::id, Function.identity()));
        return new KeptRates(
                from,
                to,
                sums.stream().reduce(Sum.NONE, Sum::plus).rate(null, null, null),
                grouped(sums, Sum::team).values().stream()
                        .map(sum -> team(sum, teams.get(sum.team())))
                        .sorted(Comparator.comparing(KeptRate::name, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList(),
                grouped(sums, Sum::owner).values().stream()
                        .map(sum -> person(sum, people.get(sum.owner())))
                        .sorted(Comparator.comparing(KeptRate::name, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }

    private static KeptRate team(Sum sum, TeamRef team) {
        return team == null ? sum.rate(null, null, null) : sum.rate(team.publicId(), team.name(), null);
    }

    private static KeptRate person(Sum sum, StaffRef person) {
        return person == null
                ? sum.rate(null, null, null)
                : sum.rate(person.publicId(), person.name(), person.teamName());
    }

    private static Map<Long, Sum> grouped(List<Sum> sums, Function<Sum, Long> by) {
        Map<Long, Sum> groups = new LinkedHashMap<>();
        sums.forEach(sum -> groups.merge(by.apply(sum) == null ? Long.valueOf(-1) : by.apply(sum), sum, Sum::plus));
        return groups;
    }

    /** Counts of one person in one team. */
    private record Sum(Long owner, Long team, long kept, long late, long overdue, long withdrawn) {

        private static final Sum NONE = new Sum(null, null, 0, 0, 0, 0);

        static Sum of(Object[] row) {
            return new Sum(
                    ((Number) row[0]).longValue(),
                    row[1] == null ? null : Long.valueOf(((Number) row[1]).longValue()),
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).longValue(),
                    ((Number) row[4]).longValue(),
                    ((Number) row[5]).longValue());
        }

        Sum plus(Sum other) {
            return new Sum(
                    owner == null ? other.owner : owner,
                    team == null ? other.team : team,
                    kept + other.kept,
                    late + other.late,
                    overdue + other.overdue,
                    withdrawn + other.withdrawn);
        }

        KeptRate rate(String id, String name, String teamName) {
            return new KeptRate(id, name, teamName, kept + late + overdue, kept, late, overdue, withdrawn);
        }
    }

    /** SQL out of constants, with every value a parameter. */
    private final class Statement {

        private final StringBuilder sql;
        private final List<Object> values = new ArrayList<>();

        Statement(String start) {
            sql = new StringBuilder(start);
        }

        Statement append(String part) {
            sql.append(part);
            return this;
        }

        Statement value(Object value) {
            values.add(value instanceof LocalDate day ? java.sql.Date.valueOf(day) : value);
            sql.append('?').append(values.size());
            return this;
        }

        /** What the permission reaches by its customer, and what the caller promised. */
        void reach() {
            CustomerScope scope = customers.scope(Permission.ACTIVITY_VIEW);
            Long team = scope.teamId() == null ? Long.valueOf(-1) : scope.teamId();
            switch (scope.reach()) {
                case ALL -> {}
                case OWN ->
                    append(" and (c.owner_id = ")
                            .value(scope.accountId())
                            .append(" or p.owner_id = ")
                            .value(who.own())
                            .append(")");
                case TEAM ->
                    append(" and (c.owner_id = ")
                            .value(scope.accountId())
                            .append(" or c.team_id = ")
                            .value(team)
                            .append(" or p.owner_id = ")
                            .value(who.own())
                            .append(")");
            }
        }

        Query query() {
            Query query = em.createNativeQuery(sql.toString());
            for (int i = 0; i < values.size(); i++) {
                query.setParameter(i + 1, values.get(i));
            }
            return query;
        }

        List<Object[]> rows() {
            List<?> rows = query().getResultList();
            return rows.stream().map(row -> (Object[]) row).toList();
        }
    }
}

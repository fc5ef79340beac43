package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.TaskFilter;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Lists of tasks: one's own, one's team's, and those of customers whom the permission reaches. */
@ApplicationScoped
public class TaskQuery {

    private static final int COUNTED = 10_000;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final String FROM =
            " from task t left join customer c on c.id = t.customer_id where c.deleted_at is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    Customers customers;

    @Inject
    TaskBook book;

    /** What is due first comes first, the more urgent before; done ones the other way round. */
    public Page<TaskView> page(TaskFilter filter, PageRequest page) {
        Statement sql = new Statement("select t.id, t.state" + FROM);
        narrow(sql, filter);
        sql.append(
                filter == TaskFilter.DONE
                        ? " order by t.done_at desc, t.id desc offset "
                        : " order by case when t.due_at is null then 1 else 0 end, t.due_at, t.priority, t.id offset ");
        sql.value(page.first()).append(" rows fetch next ").value(page.size());
        sql.append(" rows only");
        List<Long> ids =
                sql.rows().stream().map(row -> ((Number) row[0]).longValue()).toList();
        long total = count(filter);
        return new Page<>(book.views(load(ids)), Math.min(total, COUNTED), total > COUNTED);
    }

    /** How many there are in each view that is about what is to be done. */
    public Map<TaskFilter, Long> counts() {
        Map<TaskFilter, Long> counts = new EnumMap<>(TaskFilter.class);
        for (TaskFilter filter : TaskFilter.values()) {
            if (filter != TaskFilter.DONE && filter != TaskFilter.ALL) {
                counts.put(filter, Math.min(count(filter), COUNTED));
            }
        }
        return counts;
    }

    private long count(TaskFilter filter) {
        Statement sql = new Statement("select count(*) from (select t.id" + FROM);
        narrow(sql, filter);
        sql.append(" fetch first " + (COUNTED + 1) + " rows only) counted");
        return ((Number) sql.query().getSingleResult()).longValue();
    }

    private List<Task> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Task> found = em.createQuery("select t from Task t where t.id in :ids", Task.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Task::getId, Function.identity()));
        return ids.stream().map(found::get).toList();
    }

    private void narrow(Statement sql, TaskFilter filter) {
        sql.append(filter == TaskFilter.DONE ? " and t.state = 'DONE'" : " and t.state = 'OPEN'");
        switch (filter) {
            case MINE -> sql.append(" and t.assignee_id = ").value(who.own());
            case QUEUE ->
                sql.append(" and t.assignee_id is null and t.team_id = ").value(who.ownTeam());
            case OVERDUE -> mineOrWaiting(sql).append(" and t.due_at < ").value(who.now());
            case TODAY -> mineOrWaiting(sql).append(" and t.due_at <= ").value(endOfDay(1));
            case WEEK -> mineOrWaiting(sql).append(" and t.due_at <= ").value(endOfDay(DAYS_OF_A_WEEK));
            case ALL, DONE -> sql.reach();
        }
    }

    private Statement mineOrWaiting(Statement sql) {
        return sql.append(" and (t.assignee_id = ")
                .value(who.own())
                .append(" or (t.assignee_id is null and t.team_id = ")
                .value(who.ownTeam())
                .append("))");
    }

    private Instant endOfDay(int days) {
        return LocalDate.ofInstant(who.now(), who.zone())
                .plusDays(days)
                .atStartOfDay(who.zone())
                .toInstant();
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
            values.add(
                    value instanceof Instant moment
                            ? java.sql.Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                            : value);
            sql.append('?').append(values.size());
            return this;
        }

        /** Whosever customer it is about is reached, and what is one's own, one's team's or was asked for by oneself. */
        void reach() {
            CustomerScope scope = customers.scope(Permission.ACTIVITY_VIEW);
            Long scopeTeam = scope.teamId() == null ? Long.valueOf(-1) : scope.teamId();
            switch (scope.reach()) {
                case ALL -> {}
                case OWN -> {
                    append(" and (c.owner_id = ").value(scope.accountId());
                    mine();
                }
                case TEAM -> {
                    append(" and (c.owner_id = ")
                            .value(scope.accountId())
                            .append(" or c.team_id = ")
                            .value(scopeTeam);
                    mine();
                }
            }
        }

        private void mine() {
            append(" or t.assignee_id = ")
                    .value(who.own())
                    .append(" or t.author_id = ")
                    .value(who.own())
                    .append(" or t.team_id = ")
                    .value(who.ownTeam())
                    .append(")");
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

package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.interaction.ContactReport;
import org.vinculo.crm.interaction.InteractionList;
import org.vinculo.crm.interaction.InteractionRow;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Plenty;
import org.vinculo.crm.shared.SqlText;

/** Lists and sums over the conversations of many customers, never further than the caller's permission reaches. */
@ApplicationScoped
public class InteractionQuery {

    private static final int COUNTED = 10_000;
    private static final int MOST_GROUPS = 2000;
    private static final String PRESENT = " from interaction i inner join customer c on c.id = i.customer_id"
            + " where i.deleted_at is null and c.deleted_at is null";
    private static final String WALK =
            " from --DERBY-PROPERTIES joinOrder=FIXED\n interaction i --DERBY-PROPERTIES index=";
    private static final String WALKED =
            "\n inner join customer c --DERBY-PROPERTIES index=customer_there, joinStrategy=NESTEDLOOP\n"
                    + " on c.id = i.customer_id where i.deleted_at is null and c.deleted_at is null";
    private static final String WALK_OF_CUSTOMER = WALK + "interaction_customer_time" + WALKED;
    private static final String WALK_OF_ALL = WALK + "interaction_started" + WALKED;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    @Inject
    Plenty plenty;

    @Inject
    StaffDirectory staff;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Attachments attachments;

    @Inject
    @Any
    Instance<CustomerFilter> filters;

    /** Newest first. */
    public Page<InteractionRow> page(InteractionList wanted, PageRequest page) {
        SqlText sql = SqlText.empty().sqlPart("select i.id" + walk(wanted));
        narrow(sql, wanted);
        sql.sqlPart(" order by i.started_at desc, i.id desc offset ").value(page.first());
        sql.sqlPart(" rows fetch next ").value(page.size()).sqlPart(" rows only");
        long counted = count(wanted);
        return new Page<>(rows(ids(sql)), Math.min(counted, COUNTED), counted > COUNTED);
    }

    /** Newest first, below a place; for scripts that read everything. */
    public List<InteractionRow> below(InteractionList wanted, Instant at, long id, int limit) {
        SqlText sql = SqlText.empty().sqlPart("select i.id" + walk(wanted));
        narrow(sql, wanted);
        sql.sqlPart(" and i.started_at <= ").value(at);
        sql.sqlPart(" and (i.started_at < ").value(at).sqlPart(" or i.id < ").value(id);
        sql.sqlPart(") order by i.started_at desc, i.id desc fetch first ")
                .value(limit)
                .sqlPart(" rows only");
        return rows(ids(sql));
    }

    /** By channel, purpose, outcome and currency. */
    public List<ContactReport.Line> lines(InteractionList wanted) {
        SqlText sql = SqlText.empty()
                .sqlPart("select i.channel, i.purpose, i.outcome, i.cost_currency, count(*), sum(i.cost_amount)"
                        + PRESENT);
        narrow(sql, wanted);
        sql.sqlPart(" group by i.channel, i.purpose, i.outcome, i.cost_currency"
                + " order by i.channel, i.purpose, i.outcome, i.cost_currency fetch first " + MOST_GROUPS
                + " rows only");
        return rows(sql).stream().map(InteractionQuery::line).toList();
    }

    private static ContactReport.Line line(Object[] row) {
        String currency = (String) row[3];
        return new ContactReport.Line(
                Channel.valueOf((String) row[0]),
                Purpose.valueOf((String) row[1]),
                row[2] == null ? null : Outcome.valueOf((String) row[2]),
                ((Number) row[4]).longValue(),
                currency == null ? null : new Money((BigDecimal) row[5], currency));
    }

    private List<InteractionRow> rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Interaction> found = em.createQuery(
                        "select i from Interaction i where i.id in :ids", Interaction.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Interaction::getId, Function.identity()));
        Collection<Long> people = found.values().stream()
                .map(Interaction::getCustomerId)
                .distinct()
                .toList();
        Map<Long, CustomerRef> names = customers.find(people);
        Map<Long, Integer> files = attachments.counts(InteractionFiles.OWNER, ids);
        return ids.stream()
                .map(found::get)
                .map(each -> new InteractionRow(
                        each.view(),
                        names.get(each.getCustomerId()).publicId(),
                        names.get(each.getCustomerId()).name(),
                        files.getOrDefault(each.getId(), 0)))
                .toList();
    }

    private long count(InteractionList wanted) {
        SqlText sql = SqlText.empty().sqlPart("select count(*) from (select i.id" + walk(wanted));
        narrow(sql, wanted);
        sql.sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        return plenty.count(sql, COUNTED + 1L, () -> ((Number) query(sql).getSingleResult()).longValue());
    }

    /**
     * The way in which the newest come first, so that a page ends where it is full: Derby would rather sort everything. Who is
     * asked for by a member of staff or a team has an index of their own.
     */
    private static String walk(InteractionList wanted) {
        if (wanted.customer() != null) {
            return WALK_OF_CUSTOMER;
        }
        return wanted.staff() == null && wanted.team() == null ? WALK_OF_ALL : PRESENT;
    }

    private void narrow(SqlText sql, InteractionList wanted) {
        equal(sql, "i.channel", wanted.channel());
        equal(sql, "i.direction", wanted.direction());
        equal(sql, "i.purpose", wanted.purpose());
        equal(sql, "i.outcome", wanted.outcome());
        if (wanted.open()) {
            sql.sqlPart(" and i.outcome is null");
        }
        if (wanted.staff() != null) {
            long who = staff.byPublicId(wanted.staff()).map(StaffRef::id).orElse(-1L);
            sql.sqlPart(" and i.staff_id = ").value(who);
        }
        if (wanted.team() != null) {
            long team = staff.teams().stream()
                    .filter(each -> each.publicId().equals(wanted.team()))
                    .map(TeamRef::id)
                    .findFirst()
                    .orElse(-1L);
            sql.sqlPart(" and i.team_id = ").value(team);
        }
        if (wanted.customer() != null) {
            long customer = customers
                    .require(wanted.customer(), Permission.INTERACTION_VIEW)
                    .id();
            sql.sqlPart(" and i.customer_id = ").value(customer);
        }
        days(sql, wanted);
        text(sql, wanted.text());
        sql.add(customers.scope(Permission.INTERACTION_VIEW).andReached());
        wanted.more().forEach((name, value) -> {
            CustomerFilter filter = filter(name, value);
            sql.sqlPart(" and ").add(filter.condition(value));
        });
    }

    private void days(SqlText sql, InteractionList wanted) {
        LocalDate from = wanted.from();
        if (from == null && wanted.text() != null && wanted.customer() == null) {
            from = LocalDate.ofInstant(clock.instant(), settings.zone()).minusYears(1);
        }
        if (from != null) {
            sql.sqlPart(" and i.started_at >= ").value(start(from));
        }
        if (wanted.until() != null) {
            sql.sqlPart(" and i.started_at < ").value(start(wanted.until().plusDays(1)));
        }
    }

    private static void text(SqlText sql, String text) {
        if (text == null) {
            return;
        }
        String folded = Normal.fold(text);
        String pattern = pattern(text.toLowerCase(Locale.ROOT));
        sql.sqlPart(" and (");
        if (!folded.isEmpty()) {
            sql.sqlPart("i.search_text like ")
                    .value(pattern(folded))
                    .sqlPart(" escape '!' or i.search_text is null and (");
        }
        sql.sqlPart("lower(i.topic) like ").value(pattern).sqlPart(" escape '!' or lower(i.body) like ");
        sql.value(pattern).sqlPart(folded.isEmpty() ? " escape '!')" : " escape '!'))");
    }

    private static String pattern(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** @throws InvalidInput when there is no such filter for the caller, or it knows no such value */
    private CustomerFilter filter(String name, String value) {
        return filters.stream()
                .filter(CustomerFilter::permitted)
                .filter(each -> each.name().equals(name))
                .filter(each -> each.accepts(value))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field(name, "choice"));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    private static void equal(SqlText sql, String column, Enum<?> value) {
        if (value != null) {
            sql.sqlPart(" and " + column + " = ").value(value);
        }
    }

    private Query query(SqlText sql) {
        return sql.fill(em.createNativeQuery(sql.sql()));
    }

    private List<Long> ids(SqlText sql) {
        List<?> ids = query(sql).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private List<Object[]> rows(SqlText sql) {
        List<?> rows = query(sql).getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}

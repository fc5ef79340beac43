package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.RfmMap;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.ValueList;
import org.vinculo.crm.value.ValuedCustomer;
import org.vinculo.crm.value.entity.CustomerValue;

/** Sums and lists over the figures of many customers, never further than the caller's permission reaches. */
@ApplicationScoped
public class ValueQuery {

    private static final int COUNTED = 10_000;
    private static final int GROUPS = 5;
    private static final Map<String, String> SORTS =
            Map.of("ltv", "v.ltv", "contribution", "v.contribution", "monetary", "v.monetary", "lastOn", "v.last_on");
    private static final Map<RfmDefinition, String> CODES = new EnumMap<>(Map.of(
            RfmDefinition.EQUAL_GROUPS, "v.rfm_a",
            RfmDefinition.QUANTILES, "v.rfm_b",
            RfmDefinition.QUANTILES_PLUS_ONE, "v.rfm_c"));
    private static final String NOT_DELETED =
            " from customer_value v inner join customer c on c.id = v.customer_id where c.deleted_at is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** The figures of a customer, without asking who calls; empty before the first refresh that saw the customer. */
    public Optional<ValueCard> card(long customerId) {
        return ReadOnce.of(List.of(ValueCard.class, customerId), () -> Optional.ofNullable(
                        em.find(CustomerValue.class, customerId))
                .map(CustomerValue::card));
    }

    /** Whether it stands in the tables of whom the newest model and its check are. */
    public boolean tellsOfModel() {
        return !em.createNativeQuery("select cv.customer_id from customer_value cv where cv.fitted is not null")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Inject
    Customers customers;

    /** The base by tier, phase and steps taken, in one pass. */
    public List<ValueShare> shares() {
        Statement sql = new Statement("select v.tier, v.phase, v.idip, count(*), count(v.first_on),"
                + " sum(case when v.contribution < 0 then 1 else 0 end), sum(v.net_revenue), sum(v.margin),"
                + " sum(v.contribution), sum(v.ltv)" + NOT_DELETED);
        sql.reach();
        sql.append(" group by v.tier, v.phase, v.idip");
        return sql.rows().stream()
                .map(row -> new ValueShare(
                        row[0] == null ? null : Tier.valueOf((String) row[0]),
                        Phase.valueOf((String) row[1]),
                        ((Number) row[2]).intValue(),
                        count(row[3]),
                        count(row[4]),
                        count(row[5]),
                        amount(row[6]),
                        amount(row[7]),
                        amount(row[8]),
                        number(row[9])))
                .toList();
    }

    public List<RfmMap.Cell> cells(RfmDefinition definition) {
        String code = CODES.get(definition);
        Statement sql = new Statement(
                "select " + code + ", count(*), sum(v.monetary)" + NOT_DELETED + " and " + code + " is not null");
        sql.reach();
        sql.append(" group by " + code);
        return sql.rows().stream()
                .map(row -> cell(((Number) row[0]).intValue(), count(row[1]), amount(row[2])))
                .sorted((one, other) -> code(one) - code(other))
                .toList();
    }

    private static int code(RfmMap.Cell cell) {
        return 100 * cell.r() + 10 * cell.f() + cell.m();
    }

    public static RfmMap.Cell cell(int code, long count, BigDecimal sum) {
        return new RfmMap.Cell(code / 100, code / 10 % 10, code % 10, count, sum);
    }

    /** Sorted by ltv, contribution, monetary or lastOn; the highest value first unless asked otherwise. */
    public Page<ValuedCustomer> page(ValueList wanted, PageRequest page) {
        SortBy sort = page.sort() == null ? new SortBy("ltv", false) : page.sort();
        String column = SORTS.get(sort.field());
        if (column == null) {
            throw InvalidInput.field("sort", "choice");
        }
        Statement sql = new Statement("select c.public_id, c.display_name, v.tier, v.phase, v.rfm, v.rfm_cell,"
                + " v.p_alive, v.ltv, v.contribution, v.monetary, v.last_on, v.customer_id" + NOT_DELETED);
        narrow(sql, wanted);
        // databases disagree where nothing stands in an order, so it stands at the end by its own
        sql.append(" order by case when " + column + " is null then 1 else 0 end, " + column
                + (sort.ascending() ? "" : " desc") + ", v.customer_id");
        sql.append(" offset ").value(page.first()).append(" rows fetch next ").value(page.size());
        sql.append(" rows only");
        List<ValuedCustomer> rows =
                sql.rows().stream().map(ValueQuery::customer).toList();
        long counted = count(wanted);
        return new Page<>(rows, Math.min(counted, COUNTED), counted > COUNTED);
    }

    private long count(ValueList wanted) {
        Statement sql = new Statement("select count(*) from (select v.customer_id" + NOT_DELETED);
        narrow(sql, wanted);
        sql.append(" fetch first " + (COUNTED + 1) + " rows only) counted");
        return ((Number) sql.query().getSingleResult()).longValue();
    }

    private void narrow(Statement sql, ValueList wanted) {
        sql.equal("v.tier", wanted.tier());
        sql.equal("v.phase", wanted.phase());
        if (wanted.cell() != null) {
            cell(sql, wanted);
        }
        if (wanted.rfm() != null) {
            scores(sql, wanted);
        }
        if (wanted.idip() != null) {
            int bit = wanted.idip().bit();
            sql.append(" and mod(v.idip, ").value(2 * bit).append(") >= ").value(bit);
        }
        if (wanted.belowZero()) {
            sql.append(" and v.contribution < 0");
        }
        if (wanted.cohort() != null) {
            sql.append(" and v.cohort = ").value(wanted.cohort());
        }
        sql.reach();
    }

    /** The cell by the definition of the settings, or all scores that make it by another. */
    private static void cell(Statement sql, ValueList wanted) {
        if (wanted.definition() == null) {
            sql.equal("v.rfm_cell", wanted.cell());
            return;
        }
        String code = CODES.get(wanted.definition());
        String between = " and (";
        for (int r = 1; r <= GROUPS; r++) {
            for (int f = 1; f <= GROUPS; f++) {
                if (RfmCell.of(r, f) == wanted.cell()) {
                    int scores = 100 * r + 10 * f;
                    sql.append(between + code + " > ").value(scores);
                    sql.append(" and " + code + " < ").value(scores + 10);
                    between = " or ";
                }
            }
        }
        sql.append(")");
    }

    /** A whole code, or some of its digits with 0 for any, or 0 for whoever has any. */
    private static void scores(Statement sql, ValueList wanted) {
        String code = wanted.definition() == null ? "v.rfm" : CODES.get(wanted.definition());
        int scores = wanted.rfm();
        sql.append(" and " + code + " is not null");
        digit(sql, code, scores - scores % 100, 100);
        digit(sql, "mod(" + code + ", 100)", scores % 100 - scores % 10, 10);
        digit(sql, "mod(" + code + ", 10)", scores % 10, 1);
    }

    private static void digit(Statement sql, String of, int from, int width) {
        if (from > 0) {
            sql.append(" and " + of + " >= ").value(from);
            sql.append(" and " + of + " < ").value(from + width);
        }
    }

    private static ValuedCustomer customer(Object[] row) {
        return new ValuedCustomer(
                (String) row[0],
                (String) row[1],
                row[2] == null ? null : Tier.valueOf((String) row[2]),
                Phase.valueOf((String) row[3]),
                row[4] == null ? null : Integer.valueOf(((Number) row[4]).intValue()),
                row[5] == null ? null : RfmCell.valueOf((String) row[5]),
                row[6] == null ? null : Double.valueOf(number(row[6])),
                row[7] == null ? null : Double.valueOf(number(row[7])),
                (BigDecimal) row[8],
                (BigDecimal) row[9],
                day(row[10]));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static long count(Object value) {
        return ((Number) value).longValue();
    }

    private static double number(Object value) {
        return value == null ? 0 : ((Number) value).doubleValue();
    }

    private static BigDecimal amount(Object value) {
        return value == null ? BigDecimal.ZERO : (BigDecimal) value;
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
            values.add(value);
            sql.append('?').append(values.size());
            return this;
        }

        void equal(String column, Enum<?> value) {
            if (value != null) {
                append(" and " + column + " = ").value(value.name());
            }
        }

        /** Needs the customer as {@code c}. */
        void reach() {
            CustomerScope scope = customers.scope(Permission.VALUE_VIEW);
            Long team = scope.teamId() == null ? Long.valueOf(-1) : scope.teamId();
            switch (scope.reach()) {
                case ALL -> {}
                case OWN -> append(" and c.owner_id = ").value(scope.accountId());
                case TEAM ->
                    append(" and (c.owner_id = ")
                            .value(scope.accountId())
                            .append(" or c.team_id = ")
                            .value(team)
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

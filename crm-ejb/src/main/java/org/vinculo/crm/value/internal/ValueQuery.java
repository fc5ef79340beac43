package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.shared.SqlText;
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

    private static final String VALUED = " and v.ltv <= 1.0E300";
    private static final String OF_EACH = " inner join customer c --DERBY-PROPERTIES index=customer_there,"
            + " joinStrategy=NESTEDLOOP\n on c.id = v.customer_id where c.deleted_at is null";
    private static final String FIXED = " from --DERBY-PROPERTIES joinOrder=FIXED\n customer_value v";
    private static final String EACH = FIXED + OF_EACH;

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
        SqlText sql = SqlText.empty()
                .sqlPart("select v.tier, v.phase, v.idip, count(*), count(v.first_on),"
                        + " sum(case when v.contribution < 0 then 1 else 0 end), sum(v.net_revenue), sum(v.margin),"
                        + " sum(v.contribution), sum(v.ltv)" + NOT_DELETED)
                .add(reached())
                .sqlPart(" group by v.tier, v.phase, v.idip");
        return rows(sql).stream()
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
        SqlText sql = SqlText.empty()
                .sqlPart("select " + code + ", count(*), sum(v.monetary)" + NOT_DELETED + " and " + code
                        + " is not null")
                .add(reached())
                .sqlPart(" group by " + code);
        return rows(sql).stream()
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
        List<Long> ids = "ltv".equals(sort.field()) && !sort.ascending() && index(wanted) != null
                ? highest(wanted, page)
                : ids(
                        // databases disagree where nothing stands in an order, so it stands at the end by its own
                        narrowed(EACH, wanted)
                                .sqlPart(" order by case when " + column + " is null then 1 else 0 end, " + column
                                        + (sort.ascending() ? "" : " desc") + ", v.customer_id"),
                        page.first(),
                        page.size());
        long counted = count(wanted);
        return new Page<>(customers(ids), Math.min(counted, COUNTED), counted > COUNTED);
    }

    /** The index that begins with the highest lifetime value of those who are wanted, of their tier or of their phase. */
    private static String index(ValueList wanted) {
        if (wanted.isEverybody()) {
            return "customer_value_ltv_desc";
        }
        if (wanted.tier() != null) {
            return "customer_value_tier";
        }
        return wanted.phase() != null ? "customer_value_phase" : null;
    }

    /** Those of the highest lifetime value are the first of their range in an index; after them come those without. */
    private List<Long> highest(ValueList wanted, PageRequest page) {
        String first = FIXED + " --DERBY-PROPERTIES index=" + index(wanted) + "\n" + OF_EACH + VALUED;
        List<Long> ids = new ArrayList<>(ids(
                narrowed(first, wanted).sqlPart(" order by v.ltv desc, v.customer_id desc"),
                page.first(),
                page.size()));
        if (ids.size() < page.size()) {
            long valued = counted(SqlText.empty()
                    .sqlPart("select count(*) from (")
                    .add(narrowed(EACH + VALUED, wanted))
                    .sqlPart(") counted"));
            ids.addAll(ids(
                    narrowed(EACH + " and v.ltv is null", wanted).sqlPart(" order by v.customer_id"),
                    (int) Math.max(0, page.first() - valued),
                    page.size() - ids.size()));
        }
        return ids;
    }

    private List<ValuedCustomer> customers(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, ValuedCustomer> found = new HashMap<>();
        rows(SqlText.empty()
                        .sqlPart("select c.public_id, c.display_name, v.tier, v.phase, v.rfm, v.rfm_cell, v.p_alive,"
                                + " v.ltv, v.contribution, v.monetary, v.last_on, v.customer_id" + NOT_DELETED
                                + " and v.customer_id in (")
                        .values(ids)
                        .sqlPart(")"))
                .forEach(row -> found.put(((Number) row[row.length - 1]).longValue(), customer(row)));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private long count(ValueList wanted) {
        return counted(SqlText.empty()
                .sqlPart("select count(*) from (")
                .add(narrowed(EACH, wanted))
                .sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted"));
    }

    private SqlText narrowed(String from, ValueList wanted) {
        SqlText sql = SqlText.empty().sqlPart("select v.customer_id" + from);
        equal(sql, "v.tier", wanted.tier());
        equal(sql, "v.phase", wanted.phase());
        if (wanted.cell() != null) {
            cell(sql, wanted);
        }
        if (wanted.rfm() != null) {
            scores(sql, wanted);
        }
        if (wanted.idip() != null) {
            int bit = wanted.idip().bit();
            sql.sqlPart(" and mod(v.idip, ").value(2 * bit).sqlPart(") >= ").value(bit);
        }
        if (wanted.belowZero()) {
            sql.sqlPart(" and v.contribution < 0");
        }
        if (wanted.cohort() != null) {
            sql.sqlPart(" and v.cohort = ").value(wanted.cohort());
        }
        return sql.add(reached());
    }

    private static void equal(SqlText sql, String column, Enum<?> value) {
        if (value != null) {
            sql.sqlPart(" and " + column + " = ").value(value);
        }
    }

    /** The cell by the definition of the settings, or all scores that make it by another. */
    private static void cell(SqlText sql, ValueList wanted) {
        if (wanted.definition() == null) {
            equal(sql, "v.rfm_cell", wanted.cell());
            return;
        }
        String code = CODES.get(wanted.definition());
        String between = " and (";
        for (int r = 1; r <= GROUPS; r++) {
            for (int f = 1; f <= GROUPS; f++) {
                if (RfmCell.of(r, f) == wanted.cell()) {
                    int scores = 100 * r + 10 * f;
                    sql.sqlPart(between + code + " > ").value(scores);
                    sql.sqlPart(" and " + code + " < ").value(scores + 10);
                    between = " or ";
                }
            }
        }
        sql.sqlPart(")");
    }

    /** A whole code, or some of its digits with 0 for any, or 0 for whoever has any. */
    private static void scores(SqlText sql, ValueList wanted) {
        String code = wanted.definition() == null ? "v.rfm" : CODES.get(wanted.definition());
        int scores = wanted.rfm();
        sql.sqlPart(" and " + code + " is not null");
        digit(sql, code, scores - scores % 100, 100);
        digit(sql, "mod(" + code + ", 100)", scores % 100 - scores % 10, 10);
        digit(sql, "mod(" + code + ", 10)", scores % 10, 1);
    }

    private static void digit(SqlText sql, String of, int from, int width) {
        if (from > 0) {
            sql.sqlPart(" and " + of + " >= ").value(from);
            sql.sqlPart(" and " + of + " < ").value(from + width);
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

    private SqlText reached() {
        return customers.scope(Permission.VALUE_VIEW).andReached();
    }

    private List<Object[]> rows(SqlText sql) {
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private long counted(SqlText sql) {
        return ((Number) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult()).longValue();
    }

    private List<Long> ids(SqlText sql, int first, int size) {
        sql.sqlPart(" offset ").value(first).sqlPart(" rows fetch next ").value(size);
        sql.sqlPart(" rows only");
        List<?> ids = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}

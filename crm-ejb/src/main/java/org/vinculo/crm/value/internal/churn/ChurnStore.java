package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.ChurnFactor;
import org.vinculo.crm.value.ChurnModelView;
import org.vinculo.crm.value.CustomerAtRisk;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.entity.ChurnRun;
import org.vinculo.crm.value.internal.Settled;
import org.vinculo.crm.value.internal.Standing;
import org.vinculo.crm.value.internal.risk.RiskModel;

/** Reads fits and chances, and writes chances. */
@ApplicationScoped
public class ChurnStore {

    private static final int COUNTED = 10_000;

    private static final int AT_ONCE = 500;
    private static final String LESSON = "insert into churn_lesson (customer_id, run_id, gone) select c.id, r.id, ";

    /** The most at stake first, so that a page of many is found at the beginning of the index. */
    private static final String FROM = " from --DERBY-PROPERTIES joinOrder=FIXED\n customer_churn r"
            + " --DERBY-PROPERTIES index=customer_churn_stake\n inner join customer c"
            + " --DERBY-PROPERTIES index=customer_there, joinStrategy=NESTEDLOOP\n on c.id = r.customer_id";

    private static final String ORDER = " order by r.at_stake desc, r.customer_id";
    private static final String NEXT = " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n";

    /** What stands for no factor: a bare null has no type, which PostgreSQL refuses in a statement of its own. */
    private static final String NONE = "-";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    private final Settled<Fit> fit = new Settled<>();

    /** A finished fit and what is known of it. */
    public record Fit(long run, RiskModel model, ChurnModelView view) {}

    /** The fit whose chances count. */
    public Optional<Fit> current() {
        return Standing.now(em).churnRun().map(newest -> fit.of(newest, id -> fit(em.find(ChurnRun.class, id))));
    }

    private static Fit fit(ChurnRun run) {
        return new Fit(run.getId(), run.model(), run.view());
    }

    public Optional<ChurnRun> latest() {
        return em.createQuery("select r from ChurnRun r order by r.id desc", ChurnRun.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public Optional<ChurnRun> run(String publicId) {
        return em.createQuery("select r from ChurnRun r where r.publicId = :id", ChurnRun.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    /** What a fit says of the customer, if anything. */
    public Optional<Known> known(long customer) {
        return ReadOnce.of(List.of(ChurnStore.class, "known", customer), () -> read(customer));
    }

    private Optional<Known> read(long customer) {
        List<?> rows = em.createNativeQuery(
                        "select chance, first_on, purchase_days from customer_churn where customer_id = ?1")
                .setParameter(1, customer)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Known(
                        ((Number) row[0]).doubleValue(),
                        row[1] == null ? null : new Behaviour.Past(day(row[1]), ((Number) row[2]).intValue())))
                .findFirst();
    }

    /** @param past null where it was computed before this was kept */
    public record Known(double chance, Behaviour.Past past) {}

    /** The customers in the caller's reach, the most at stake first. */
    public Page<CustomerAtRisk> page(double atLeast, PageRequest page) {
        SqlText sql = SqlText.empty()
                .sqlPart("select c.public_id, c.display_name, r.chance, r.at_stake, v.tier, v.last_on, r.main_factor,"
                        + " v.currency from --DERBY-PROPERTIES joinOrder=FIXED\n (")
                .add(wanted(atLeast))
                .sqlPart(ORDER + " offset ")
                .value(page.first())
                .sqlPart(" rows fetch next ")
                .value(page.size())
                .sqlPart(" rows only) shown inner join customer_churn r" + NEXT
                        + " on r.customer_id = shown.customer_id inner join customer c" + NEXT
                        + " on c.id = r.customer_id left join customer_value v" + NEXT
                        + " on v.customer_id = r.customer_id" + ORDER);
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        SqlText count = SqlText.empty()
                .sqlPart("select count(*) from (")
                .add(wanted(atLeast))
                .sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        long counted = ((Number) count.fill(em.createNativeQuery(count.sql())).getSingleResult()).longValue();
        return new Page<>(
                rows.stream().map(row -> customer((Object[]) row)).toList(),
                Math.min(counted, COUNTED),
                counted > COUNTED);
    }

    private SqlText wanted(double atLeast) {
        return SqlText.empty()
                .sqlPart("select r.customer_id" + FROM + " where c.deleted_at is null and r.chance >= ")
                .value(atLeast)
                .add(customers.scope(Permission.VALUE_VIEW).andReached());
    }

    private static CustomerAtRisk customer(Object[] row) {
        return new CustomerAtRisk(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).doubleValue(),
                row[7] == null ? null : new Money(BigDecimal.valueOf(((Number) row[3]).doubleValue()), (String) row[7]),
                row[4] == null ? null : Tier.valueOf((String) row[4]),
                day(row[5]),
                NONE.equals(row[6]) ? null : ChurnFactor.valueOf((String) row[6]));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /** Whether it stands in the tables from whom a fit learned. */
    public boolean tells(Fit known) {
        return !em.createNativeQuery("select customer_id from churn_lesson where run_id = ?1")
                .setParameter(1, known.run())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** A fit that is not this one has its customers no more: nobody asks for them. */
    void onlyLesson(long run) {
        em.createNativeQuery("delete from churn_lesson where run_id <> ?1")
                .setParameter(1, run)
                .executeUpdate();
    }

    void forgetLesson(long run) {
        em.createNativeQuery("delete from churn_lesson where run_id = ?1")
                .setParameter(1, run)
                .executeUpdate();
    }

    void learned(long run, List<Long> gone, List<Long> stayed) {
        if (!gone.isEmpty()) {
            execute(lesson(SqlText.empty().sqlPart(LESSON + "1"), run, gone));
        }
        if (!stayed.isEmpty()) {
            execute(lesson(SqlText.empty().sqlPart(LESSON + "0"), run, stayed));
        }
    }

    private static SqlText lesson(SqlText start, long run, List<Long> customers) {
        return start.sqlPart(" from customer c inner join churn_run r on r.id = ")
                .value(run)
                .sqlPart(" where c.id in (")
                .values(customers)
                .sqlPart(")");
    }

    /** @param customers of a tenth of the check */
    void tried(long run, int place, List<Long> customers) {
        for (int from = 0; from < customers.size(); from += AT_ONCE) {
            execute(SqlText.empty()
                    .sqlPart("update churn_lesson set place = ")
                    .value(place)
                    .sqlPart(" where run_id = ")
                    .value(run)
                    .sqlPart(" and customer_id in (")
                    .values(customers.subList(from, Math.min(customers.size(), from + AT_ONCE)))
                    .sqlPart(")"));
        }
    }

    private void execute(SqlText sql) {
        sql.fill(em.createNativeQuery(sql.sql())).executeUpdate();
    }

    /** Replaces the chances of a range of customers. */
    void write(long run, long after, long upTo, List<Chance> chances) {
        em.createNativeQuery("delete from customer_churn where customer_id > ?1 and customer_id <= ?2")
                .setParameter(1, after)
                .setParameter(2, upTo)
                .executeUpdate();
        em.createNativeQuery("update customer_value set churn_risk = null where customer_id > ?1 and customer_id <= ?2")
                .setParameter(1, after)
                .setParameter(2, upTo)
                .executeUpdate();
        for (Chance chance : chances) {
            em.createNativeQuery("insert into customer_churn (customer_id, run_id, chance, at_stake, main_factor,"
                            + " first_on, purchase_days) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                    .setParameter(1, chance.customer())
                    .setParameter(2, run)
                    .setParameter(3, chance.chance())
                    .setParameter(4, chance.atStake())
                    .setParameter(5, chance.mainFactor() == null ? NONE : chance.mainFactor())
                    .setParameter(6, Date.valueOf(chance.past().first()))
                    .setParameter(7, chance.past().days())
                    .executeUpdate();
            em.createNativeQuery("update customer_value set churn_risk = ?1 where customer_id = ?2")
                    .setParameter(1, chance.chance())
                    .setParameter(2, chance.customer())
                    .executeUpdate();
        }
    }

    /** @param mainFactor name of what speaks most for leaving */
    record Chance(long customer, double chance, double atStake, String mainFactor, Behaviour.Past past) {}
}

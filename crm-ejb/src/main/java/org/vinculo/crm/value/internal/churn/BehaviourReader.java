package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.SqlText;

/** Reads what a range of customers did, two statements for all of them. */
@ApplicationScoped
public class BehaviourReader {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Settings settings;

    /** Ids of the next customers after one. */
    List<Long> next(long after, int atMost) {
        List<?> ids = em.createNativeQuery("select id from customer where id > ?1 and deleted_at is null order by id")
                .setParameter(1, after)
                .setMaxResults(atMost)
                .getResultList();
        return ids.stream().map(BehaviourReader::id).toList();
    }

    /** What the customers with ids above one up to another did until a day; who never bought is left out. */
    Map<Long, Behaviour> read(long after, long upTo, LocalDate until) {
        return read(
                SqlText.empty()
                        .sqlPart("customer_id > ")
                        .value(after)
                        .sqlPart(" and customer_id <= ")
                        .value(upTo),
                until,
                until.minusYears(2));
    }

    /**
     * What one customer did, as far as it tells how things are on a day.
     *
     * @param past how it began, as of the same day, so that only a year has to be read; null reads all
     */
    Optional<Behaviour> read(long customer, LocalDate until, Behaviour.Past past) {
        LocalDate since = until.minusDays(Behaviour.YEAR);
        SqlText one = SqlText.empty().sqlPart("customer_id = ").value(customer);
        SqlText bought = SqlText.empty().add(one);
        if (past != null) {
            // the index is in the order of the moments, which are at most a day away from their day
            bought.sqlPart(" and purchased_at >= ")
                    .value(Timestamp.valueOf(since.minusDays(1).atStartOfDay()));
        }
        Behaviour behaviour = read(bought, one, until, since).get(customer);
        if (behaviour == null) {
            return Optional.empty();
        }
        behaviour.began(past);
        return Optional.of(behaviour);
    }

    private Map<Long, Behaviour> read(SqlText customers, LocalDate until, LocalDate talksSince) {
        return read(customers, customers, until, talksSince);
    }

    private Map<Long, Behaviour> read(SqlText buyers, SqlText customers, LocalDate until, LocalDate talksSince) {
        Map<Long, Behaviour> all = new LinkedHashMap<>();
        SqlText purchases =
                SqlText.empty().sqlPart("select customer_id, purchased_on, kind, net_total from purchase where ");
        purchases.add(buyers).sqlPart(" and purchased_on <= ").value(until);
        for (Object each : rows(purchases)) {
            Object[] row = (Object[]) each;
            all.computeIfAbsent(id(row[0]), customer -> new Behaviour())
                    .bought(day(row[1]), "RETURN".equals(row[2]), ((Number) row[3]).doubleValue());
        }
        SqlText contacts = SqlText.empty()
                .sqlPart("select customer_id, started_at, sentiment from interaction where deleted_at is null and ");
        contacts.add(customers).sqlPart(" and started_at >= ").value(Timestamp.valueOf(talksSince.atStartOfDay()));
        for (Object each : rows(contacts)) {
            Object[] row = (Object[]) each;
            Behaviour behaviour = all.get(id(row[0]));
            if (behaviour != null) {
                behaviour.spoken(moment(row[1]), ((Number) row[2]).intValue() < 0);
            }
        }
        return all;
    }

    private List<?> rows(SqlText sql) {
        return sql.fill(em.createNativeQuery(sql.sql())).getResultList();
    }

    /** What a year of each customer left and what they are expected to leave, where figures exist. */
    Map<Long, Double> worth(long after, long upTo) {
        Map<Long, Double> worth = new LinkedHashMap<>();
        List<?> rows = em.createNativeQuery("select customer_id, ltv, year_margin from customer_value"
                        + " where customer_id > ?1 and customer_id <= ?2")
                .setParameter(1, after)
                .setParameter(2, upTo)
                .getResultList();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            Object value = row[1] == null ? row[2] : row[1];
            worth.put(id(row[0]), value == null ? 0 : ((Number) value).doubleValue());
        }
        return worth;
    }

    private static Long id(Object value) {
        return ((Number) value).longValue();
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private LocalDate moment(Object value) {
        LocalDateTime utc = value instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) value;
        return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(settings.zone()).toLocalDate();
    }
}

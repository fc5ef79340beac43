package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.shared.SqlText;

/**
 * When each customer was last spoken with, and since when their last message waits for an answer: one row a customer, so that a
 * list of many can be put in that order. Follows the log of conversations in the same transaction.
 */
@ApplicationScoped
public class LastContacts {

    private static final String NEWEST =
            "(select max(i.started_at) from interaction i where i.customer_id = last_contact.customer_id"
                    + " and i.deleted_at is null)";
    private static final String UNANSWERED =
            "(select max(i.started_at) from interaction i where i.customer_id = last_contact.customer_id"
                    + " and i.channel = 'PORTAL' and i.visibility = 'CUSTOMER' and i.direction = 'IN' and i.deleted_at is null"
                    + " and not exists (select 1 from interaction j where j.customer_id = i.customer_id"
                    + " and j.channel = 'PORTAL' and j.visibility = 'CUSTOMER' and j.deleted_at is null"
                    + " and (j.started_at > i.started_at or (j.started_at = i.started_at and j.id > i.id))))";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** Reads anew what the log says of a customer. */
    public void follow(long customerId) {
        follow(List.of(customerId));
    }

    /**
     * Reads anew what the log says of these customers, at most 500. Whoever writes of the same customer at the same moment waits
     * for the other on the row, and only then looks: so the later of two conversations is never lost.
     */
    public void follow(Collection<Long> customerIds) {
        List<Long> ids = customerIds.stream().distinct().sorted().toList();
        if (ids.isEmpty()) {
            return;
        }
        em.flush();
        if (update("update last_contact set last_at = last_at where customer_id in (", ids, ")") < ids.size()) {
            first(ids);
        }
        update("delete from last_contact where customer_id in (", ids, ") and " + NEWEST + " is null");
        update(
                "update last_contact set last_at = " + NEWEST + ", waiting_since = " + UNANSWERED
                        + " where customer_id in (",
                ids,
                ")");
    }

    /** The customer keeps two that write of them for the first time apart: the row to wait on is not there yet. */
    private void first(List<Long> ids) {
        update(
                "update customer set version = version where id in (",
                ids,
                ") and not exists (select 1 from last_contact l where l.customer_id = customer.id)");
        update(
                "insert into last_contact (customer_id, last_at) select i.customer_id, max(i.started_at) from interaction i"
                        + " where i.deleted_at is null and i.customer_id in (",
                ids,
                ") and not exists (select 1 from last_contact l where l.customer_id = i.customer_id)"
                        + " group by i.customer_id");
    }

    private int update(String before, List<Long> ids, String after) {
        SqlText sql = SqlText.empty().sqlPart(before).values(ids).sqlPart(after);
        return sql.fill(em.createNativeQuery(sql.sql())).executeUpdate();
    }

    /** When the customer was last spoken with. */
    public Optional<Instant> newest(long customerId) {
        return Optional.ofNullable(last(List.of(customerId)).get(customerId));
    }

    /** When each customer was last spoken with; who never was is left out. */
    Map<Long, Instant> last(Collection<Long> customerIds) {
        Map<Long, Instant> last = new LinkedHashMap<>();
        if (customerIds.isEmpty()) {
            return last;
        }
        SqlText sql = SqlText.empty()
                .sqlPart("select customer_id, last_at from last_contact where customer_id in (")
                .values(customerIds)
                .sqlPart(")");
        for (Object row : sql.fill(em.createNativeQuery(sql.sql())).getResultList()) {
            Object[] newest = (Object[]) row;
            last.put(
                    ((Number) newest[0]).longValue(),
                    ((Timestamp) newest[1]).toLocalDateTime().toInstant(ZoneOffset.UTC));
        }
        return last;
    }
}

package org.vinculo.crm.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.vinculo.crm.purchase.entity.PurchaseLine;

/** Lines of purchases in a fixed order, for the rooms that carry them out. Nobody's reach is asked. */
@ApplicationScoped
public class PurchaseExport {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /**
     * A line with what its purchase says.
     *
     * @param lineKey name under which the line is known when it is imported again
     */
    public record Line(
            long id,
            long customerId,
            String lineKey,
            String documentNumber,
            Instant at,
            LocalDate on,
            String currency,
            String channel,
            String product,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            BigDecimal cost) {}

    /** The lines of some customers in the order of their ids, those after the one given. */
    public List<Line> lines(Collection<Long> customerIds, long afterLine, int limit) {
        if (customerIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select l from PurchaseLine l join fetch l.purchase where l.customerId in :customers"
                                + " and l.id > :after order by l.id",
                        PurchaseLine.class)
                .setParameter("customers", customerIds)
                .setParameter("after", afterLine)
                .setMaxResults(limit)
                .getResultStream()
                .map(PurchaseLine::exported)
                .toList();
    }
}

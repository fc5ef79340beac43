package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.RfmMap;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.rfm.RfmFigures;
import org.vinculo.crm.value.internal.rfm.RfmScale;

/** The scores of another day than that of the figures, straight from the purchases of a base that is not too large. */
@ApplicationScoped
public class RfmOfDay {

    /** A request reads no more customers than these; a larger base asks for a refresh of that day. */
    private static final int MOST_CUSTOMERS = 50_000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    public RfmMap map(ValueRun run, RfmDefinition definition, LocalDate asOf) {
        // cut points are of the whole base, so nobody may learn them who sees a part of it only
        if (caller.scope(Permission.VALUE_VIEW) != Scope.ALL || run.getCustomers() > MOST_CUSTOMERS) {
            throw InvalidInput.field("asOf", "value.error.otherDay");
        }
        List<RfmFigures> figures = figures(run, asOf);
        if (figures.isEmpty()) {
            return new RfmMap(definition, asOf, run.getCurrency(), 0, List.of(), List.of(), List.of(), List.of());
        }
        RfmScale scale = RfmScale.of(definition, figures);
        Map<Integer, Sum> cells = new TreeMap<>();
        figures.forEach(each -> cells.computeIfAbsent(scale.score(each).code(), code -> new Sum())
                .add(each.monetary()));
        List<RfmMap.Cell> shown = new ArrayList<>();
        cells.forEach((code, sum) -> shown.add(ValueQuery.cell(code, sum.customers, sum.monetary)));
        return new RfmMap(
                definition,
                asOf,
                run.getCurrency(),
                figures.size(),
                shown,
                scale.recencyCuts(),
                scale.frequencyCuts(),
                scale.monetaryCuts());
    }

    private List<RfmFigures> figures(ValueRun run, LocalDate asOf) {
        List<?> rows = em.createNativeQuery("select p.customer_id, max(p.purchased_on),"
                        + " count(distinct p.document_number), count(distinct p.purchased_on), sum(p.net_total),"
                        + " count(p.document_number), count(*)"
                        + " from purchase p inner join customer c on c.id = p.customer_id where c.deleted_at is null"
                        + " and p.kind = 'SALE' and p.currency = ?1 and p.purchased_on <= ?2 group by p.customer_id")
                .setParameter(1, run.getCurrency())
                .setParameter(2, Date.valueOf(asOf))
                .setMaxResults(MOST_CUSTOMERS)
                .getResultList();
        return rows.stream().map(row -> figures((Object[]) row, asOf)).toList();
    }

    /** Orders are documents where there are documents, otherwise days. */
    private static RfmFigures figures(Object[] row, LocalDate asOf) {
        boolean documents = ((Number) row[5]).longValue() == ((Number) row[6]).longValue();
        int orders = ((Number) row[documents ? 2 : 3]).intValue();
        LocalDate last = row[1] instanceof Date date ? date.toLocalDate() : (LocalDate) row[1];
        return RfmFigures.of(((Number) row[0]).longValue(), last, orders, (BigDecimal) row[4], asOf);
    }

    private static final class Sum {
        private long customers;
        private BigDecimal monetary = BigDecimal.ZERO;

        void add(double amount) {
            customers++;
            monetary = monetary.add(BigDecimal.valueOf(amount));
        }
    }
}

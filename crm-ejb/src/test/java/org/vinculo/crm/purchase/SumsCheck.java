package org.vinculo.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The kept sums of purchases against the purchases. */
public final class SumsCheck {

    private static final String KEPT =
            "select customer_id, currency, kind, documents, net_total, first_on, last_on from purchase_sum"
                    + " where customer_id = ?1";
    private static final String COUNTED =
            "select customer_id, currency, kind, count(*), sum(net_total), min(purchased_on), max(purchased_on)"
                    + " from purchase where customer_id = ?1 group by customer_id, currency, kind";

    private static final String OF_PURCHASES =
            "select id, net_total, cost_total, discount_total, line_count from purchase where customer_id = ?1"
                    + " and line_count > 0";
    private static final String OF_LINES =
            "select purchase_id, sum(amount), sum(cost), sum(discount), cast(count(*) as integer) from purchase_line"
                    + " where customer_id = ?1 group by purchase_id";

    private SumsCheck() {}

    /** Sums of customers, and sums of purchases, are those of what they hold. */
    public static void requireSame(EntityManager em, long... customers) {
        em.flush();
        for (long customer : customers) {
            assertThat(rows(em, OF_PURCHASES, customer))
                    .containsExactlyInAnyOrderElementsOf(rows(em, OF_LINES, customer));
            assertThat(rows(em, KEPT, customer)).containsExactlyInAnyOrderElementsOf(rows(em, COUNTED, customer));
        }
    }

    private static List<String> rows(EntityManager em, String sql, long customer) {
        Stream<?> rows = em.createNativeQuery(sql).setParameter(1, customer).getResultList().stream();
        return rows.map(row -> Arrays.toString((Object[]) row)).toList();
    }
}

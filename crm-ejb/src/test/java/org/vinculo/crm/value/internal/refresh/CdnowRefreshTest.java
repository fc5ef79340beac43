package org.vinculo.crm.value.internal.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.PublicPurchases;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.TimeUnit;
import org.vinculo.crm.value.ValueModel;

/** The reference figures of the CDNOW sample, through the purchase tables and the refresh. */
class CdnowRefreshTest extends RefreshRoomTest {

    private static final RefreshOrder CALIBRATION = new RefreshOrder(LocalDate.of(1997, 9, 30), TimeUnit.WEEK, 39);

    @Test
    void modelAndEveryCustomerMatchThePublishedReference() {
        buy(PublicPurchases.cdnowSample(), "USD");

        ModelCardView card = refresh(CALIBRATION).view();

        assertThat(card.currency()).isEqualTo("USD");
        assertThat(card.model()).isEqualTo(ValueModel.BG_NBD_GAMMA_GAMMA);
        assertThat(card.customers()).isEqualTo(2357);
        assertThat(card.repeaters()).isEqualTo(946);
        assertThat(card.purchaseFit().logLikelihood()).isCloseTo(-9582.4292, within(0.01));
        assertThat(card.valueFit().logLikelihood()).isCloseTo(-4055.9177, within(0.01));
        assertThat(card.expectedPurchases()).isCloseTo(1653.4087, within(0.165));
        assertThat(card.expectedWorth()).isCloseTo(59931.63, within(6.0));
        assertThat(card.check().actual()).isEqualTo(1882);
        assertThat(card.check().byFrequency().get(0).meanActual()).isCloseTo(0.2367, within(1e-4));
        assertEveryReferenceRow();
    }

    private void assertEveryReferenceRow() {
        Map<Long, Map<String, Object>> byCustomer = new HashMap<>();
        rows("select * from customer_value")
                .forEach(row -> byCustomer.put(((Number) row.get("customer_id")).longValue(), row));
        List<de.siegmar.fastcsv.reader.NamedCsvRecord> reference =
                PublicPurchases.csv("cdnow/reference_sample_per_customer.csv").toList();
        assertThat(reference).hasSize(2357);
        for (var expected : reference) {
            Map<String, Object> row = byCustomer.get(customer(expected.getField("cust")));
            assertThat(row.get("repeats")).isEqualTo(Integer.valueOf(expected.getField("x")));
            same(row, "last_repeat", expected.getField("t_x"));
            same(row, "age", expected.getField("T"));
            same(row, "mean_value", expected.getField("m_x"));
            same(row, "p_alive", expected.getField("p_alive"));
            same(row, "expected_purchases", expected.getField("exp_holdout"));
            same(row, "expected_spend", expected.getField("exp_avg_spend"));
        }
    }

    private static void same(Map<String, Object> row, String column, String expected) {
        double reference = Double.parseDouble(expected);
        assertThat(number(row.get(column)))
                .as(column)
                .isCloseTo(reference, within(Math.max(1e-9, Math.abs(reference) * 1e-4)));
    }

    @Test
    void wholeHistoryAddsUpAndScoresAsTheReference() {
        buy(PublicPurchases.cdnowSample(), "USD");

        ModelCardView card = refresh(new RefreshOrder(LocalDate.of(1998, 7, 1), TimeUnit.WEEK, 52))
                .view();

        assertThat(card.revenue()).isEqualByComparingTo("244091.94");
        assertThat(card.check()).isNotNull();
        assertThat(sumOfCodes("rfm_a")).isEqualTo(784548);
        assertThat(sumOfCodes("rfm_b")).isEqualTo(769351);
        assertThat(sumOfCodes("rfm_c")).isEqualTo(773868);
        assertThat(number(one("select count(*) as n from customer_value where rfm_a = 555")
                        .get("n")))
                .isEqualTo(247);
        assertThat(number(one("select count(*) as n from customer_value where phase_since > as_of")
                        .get("n")))
                .isZero();
    }

    private long sumOfCodes(String column) {
        return ((Number) one("select sum(" + column + ") as codes from customer_value")
                        .get("codes"))
                .longValue();
    }

    @Test
    void aServerThatIsLostBetweenAnyTwoStepsChangesNothing() {
        buy(PublicPurchases.cdnowSample(), "USD");
        refresh(CALIBRATION);
        List<Map<String, Object>> whole = comparable();
        rowsDeleted();

        restarting = true;
        refresh(CALIBRATION);

        assertThat(comparable()).isEqualTo(whole);
    }

    private boolean restarting;

    @Override
    void beforeNextStep() {
        if (restarting) {
            em.flush();
            em.clear();
            wireBeans();
        }
    }

    private void rowsDeleted() {
        for (String table : List.of("customer_value", "customer_history", "tier_change", "phase_change")) {
            em.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    private List<Map<String, Object>> comparable() {
        List<Map<String, Object>> rows = rows("select * from customer_value order by customer_id");
        rows.forEach(row -> row.remove("run_id"));
        return rows;
    }
}

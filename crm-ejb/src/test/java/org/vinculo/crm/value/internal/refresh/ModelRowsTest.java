package org.vinculo.crm.value.internal.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.OpenedFilter;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.purchase.internal.SharedBaskets;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.ModelPurchases;
import org.vinculo.crm.value.PublicPurchases;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.TimeUnit;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.FigureFilter;
import org.vinculo.crm.value.internal.PastModelFilter;

/** Who opens a count on the card of the model finds as many customers or purchases as it said. */
class ModelRowsTest extends RefreshRoomTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private FigureFilter filter;
    private boolean restarting;

    /** As the model thinks of them: everybody with a pace of their own, and after each purchase some stay away. */
    @BeforeEach
    void someBuyOftenAndSomeStayAway() {
        filter = wire(new FigureFilter(), new CurrentCaller());
        Random random = new Random(11);
        List<PublicPurchases.Row> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            LocalDate day = TODAY.minusDays(500 + random.nextInt(400));
            double pause = 20 + 150 * random.nextDouble();
            double stays = 0.6 + 0.4 * random.nextDouble();
            do {
                rows.add(new PublicPurchases.Row("c" + i, null, day, BigDecimal.valueOf(10 + random.nextInt(500))));
                day = day.plusDays(1 + Math.round(-pause * Math.log(1 - random.nextDouble())));
            } while (!day.isAfter(TODAY) && random.nextDouble() < stays);
        }
        buy(rows, "BRL");
        em.createNativeQuery("update customer set deleted_at = changed_at where id = ?1")
                .setParameter(1, customer("c3"))
                .executeUpdate();
    }

    @Test
    void countsOfTheModelAndItsCheckOpenToTheirCustomersAlsoAfterPurchasesOfToday() {
        ValueRun run = refresh(new RefreshOrder(TODAY, null, 0));
        assertCard(run.view());

        buy("c7", TODAY, "10");
        stale.mark(List.of(customer("c7"), customer("c8")));
        em.flush();
        JobStep step = update.step(new JobContext("job", "", null, 0, 0));
        while (!step.finished()) {
            step = update.step(new JobContext("job", "", step.checkpoint(), step.done(), 0));
        }
        em.flush();
        assertCard(run.view());

        ValueRun past = refresh(new RefreshOrder(TODAY.minusDays(200), TimeUnit.WEEK, 26));
        assertThat(past.view().check().from()).isEqualTo(TODAY.minusDays(200));
        assertCard(past.view());
    }

    private void assertCard(ModelCardView card) {
        assertThat(opened("fitted.ALL")).isEqualTo(card.customers()).isPositive();
        assertThat(opened("fitted.PURCHASES")).isEqualTo(card.fittedOn()).isPositive();
        assertThat(opened("fitted.VALUES")).isEqualTo(card.valueCustomers()).isPositive();
        assertThat(card.check().calibration()).hasSize(10);
        for (ModelCardView.Group group : card.check().calibration()) {
            assertThat(opened("tenth." + group.label()))
                    .as("tenth %s", group.label())
                    .isEqualTo(group.customers());
        }
        for (ModelCardView.Group group : card.check().byFrequency()) {
            assertThat(opened("checked." + group.label()))
                    .as("again %s times", group.label())
                    .isEqualTo(group.customers());
        }
    }

    @Test
    void countsOfPurchasesOnTheCardOpenToTheirDocuments() {
        buy("c9", TODAY.minusDays(3), "10");
        em.createNativeQuery("update purchase set currency = 'JPY' where customer_id = ?1 or customer_id = ?2")
                .setParameter(1, customer("c5"))
                .setParameter(2, customer("c3"))
                .executeUpdate();
        em.createNativeQuery("update purchase set cost_total = 1 where customer_id = ?1")
                .setParameter(1, customer("c9"))
                .executeUpdate();
        em.createNativeQuery("update purchase set kind = 'RETURN' where customer_id = ?1")
                .setParameter(1, customer("c10"))
                .executeUpdate();
        ValueRun run = refresh(new RefreshOrder(TODAY, null, 0));
        ModelCardView card = run.view();

        assertThat(List.of(card.leftOut(), card.returns(), card.withCost(), card.purchases()))
                .allMatch(count -> count > 0);
        assertThat(documents(run, ModelPurchases.SALES)).isEqualTo(card.purchases());
        assertThat(documents(run, ModelPurchases.RETURNS)).isEqualTo(card.returns());
        assertThat(documents(run, ModelPurchases.WITH_COST)).isEqualTo(card.withCost());
        assertThat(documents(run, ModelPurchases.LEFT_OUT)).isEqualTo(card.leftOut());
    }

    @Test
    void countsOfAnEarlierModelOpenToThoseWhoAreStillHere() {
        ModelCardView first =
                refresh(new RefreshOrder(TODAY.minusDays(700), null, 0)).view();
        ModelCardView second = refresh(new RefreshOrder(TODAY, null, 0)).view();
        PastModelFilter past = wire(new PastModelFilter(), new CurrentCaller(), runs, policies);

        assertThat(first.customers()).isPositive().isLessThan(second.customers());
        assertThat(first.repeaters()).isPositive();
        for (ModelCardView card : List.of(first, second)) {
            assertThat(opened(past, card.runId())).isEqualTo(card.customers());
            assertThat(opened(past, card.runId() + ".AGAIN")).isEqualTo(card.repeaters());
        }

        for (String gone : List.of("c7", "c8")) {
            em.createNativeQuery("update customer set deleted_at = changed_at where id = ?1")
                    .setParameter(1, customer(gone))
                    .executeUpdate();
        }
        em.createNativeQuery("update purchase set recorded_at = ?1 where customer_id = ?2")
                .setParameter(1, LocalDateTime.ofInstant(NOW.plusSeconds(1), ZoneOffset.UTC))
                .setParameter(2, customer("c9"))
                .executeUpdate();
        assertThat(opened(past, second.runId())).isEqualTo(second.customers() - 3);

        assertThat(past.accepts("nobody")).isFalse();
        assertThat(past.accepts(PublicId.next())).isFalse();
        assertThat(past.accepts(first.runId() + ".TWICE")).isFalse();
    }

    private long documents(ValueRun run, ModelPurchases of) {
        CurrentCaller everybody = new CurrentCaller();
        everybody.bind(Caller.system("test"));
        SharedBaskets documents =
                wire(new SharedBaskets(), wire(new Customers(), wire(new CustomerAccess(), everybody), everybody));
        return documents
                .page(run.purchases(of, Set.of()), PageRequest.of(0, 10))
                .total();
    }

    @Test
    void aRestartBeforeTheScoresForgetsNobodyOfTheCheck() {
        restarting = true;
        ValueRun run = refresh(new RefreshOrder(TODAY, null, 0));

        assertCard(em.find(ValueRun.class, run.getId()).view());
    }

    @Override
    void beforeNextStep() {
        if (restarting) {
            em.flush();
            em.clear();
            wireBeans();
        }
    }

    private long opened(String figure) {
        return opened(filter, figure);
    }

    private long opened(OpenedFilter filter, String figure) {
        assertThat(filter.accepts(figure)).as(figure).isTrue();
        SqlText sql = SqlText.empty()
                .sqlPart("select count(*) from customer c where c.deleted_at is null and ")
                .add(filter.condition(figure));
        return ((Number) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult()).longValue();
    }
}

package org.vinculo.crm.value.internal.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.internal.PhaseQuery;
import org.vinculo.crm.value.internal.RetentionQuery;

/**
 * How long a whole refresh takes: {@code -Dcrm.pace.customers=100000}, with {@code -Dcrm.pace.each=10} purchases each, on Derby
 * in the folder {@code -Dcrm.pace.folder} (what is there is used again), or on {@code -Dcrm.pace.database=POSTGRESQL}. The
 * numbers are printed to be read by people, since machines differ.
 */
@EnabledIfSystemProperty(named = "crm.pace.customers", matches = "\\d+")
class RefreshPaceTest extends RefreshRoomTest {

    private static final int EACH = Integer.getInteger("crm.pace.each", 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private long steps;

    @Test
    void aWholeRefreshGoesThroughAMillionPurchases() throws SQLException {
        assumeTrue(
                database.name().equals(System.getProperty("crm.pace.database", "DERBY")), "not the database asked for");
        int many = Integer.getInteger("crm.pace.customers");
        if (there() < many) {
            fill(many);
            keep();
            System.getLogger("pace").log(System.Logger.Level.INFO, "filled");
        }
        long begun = System.nanoTime();
        long worked = worked();

        String run = refresh(new RefreshOrder(TODAY, null, 0)).getPublicId();
        keep();

        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        long processors = worked() - worked;
        var card = runs.byPublicId(run).view();
        System.getLogger("pace")
                .log(
                        System.Logger.Level.INFO,
                        "{0}: {1} customers in {2} ms, {3} ms of processors, {4} steps, model {5}",
                        database,
                        many,
                        took.toMillis(),
                        processors / 1_000_000,
                        steps,
                        card.model());
        assertThat(card.customers()).isEqualTo(many);
        read("phases", () -> wire(new PhaseQuery()).census(TODAY.minusYears(1), TODAY));
        read("cohorts", () -> wire(new PhaseQuery()).cohorts(TODAY, 8));
        read("retention", () -> wire(new RetentionQuery()).curve(TODAY, null));
    }

    /** What the page of the lifecycle asks, the second time: the first one makes the plans. */
    private static void read(String what, Runnable question) {
        question.run();
        long worked = worked();
        long begun = System.nanoTime();
        question.run();
        System.getLogger("pace")
                .log(
                        System.Logger.Level.INFO,
                        "{0} read in {1} ms, {2} ms of processors",
                        what,
                        (System.nanoTime() - begun) / 1_000_000,
                        (worked() - worked) / 1_000_000);
    }

    private long there() {
        return ((Number) em.createNativeQuery("select count(*) from customer where created_by = 'pace'")
                        .getSingleResult())
                .longValue();
    }

    /** What the whole machine worked for this program, in nanoseconds. */
    private static long worked() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** As the job kernel does: every step is a transaction. */
    @Override
    void beforeNextStep() {
        steps++;
        keep();
        log(steps);
    }

    /** Rows stay for the next run in the same folder: the usual commit of a test has them removed at its end. */
    private void keep() {
        em.getTransaction().commit();
        em.clear();
        em.getTransaction().begin();
    }

    private void log(long step) {
        if (step % 20 == 0) {
            System.getLogger("pace").log(System.Logger.Level.INFO, "step {0} at {1}", step, java.time.Instant.now());
        }
    }

    private void fill(int many) throws SQLException {
        Random random = new Random(7);
        Connection connection = em.unwrap(Connection.class);
        Timestamp at = Timestamp.valueOf(TODAY.minusYears(4).atStartOfDay());
        try (PreparedStatement customer =
                        connection.prepareStatement("insert into customer (id, version, public_id, kind,"
                                + " stage, display_name, sort_name, name_key, country, created_at, created_by, changed_at)"
                                + " values (?, 1, ?, 'PERSON', 'CUSTOMER', ?, ?, ?, 'BR', ?, 'pace', ?)");
                PreparedStatement purchase = connection.prepareStatement("insert into purchase (id, version, public_id,"
                        + " customer_id, purchase_key, purchased_at, purchased_on, kind, cancelled, currency, net_total,"
                        + " line_count, origin, recorded_at, recorded_by) values (?, 1, ?, ?, ?, ?, ?, 'SALE', false,"
                        + " 'BRL', ?, 1, 'IMPORT', ?, 'pace')")) {
            for (int i = 0; i < many; i++) {
                long id = 10_000_000L + i;
                customer.setLong(1, id);
                customer.setString(2, "pace" + id);
                customer.setString(3, "Pace " + id);
                customer.setString(4, "pace " + id);
                customer.setString(5, "pace " + id);
                customer.setTimestamp(6, at);
                customer.setTimestamp(7, at);
                customer.addBatch();
                buys(purchase, id, random, at);
                if (i % 500 == 499) {
                    customer.executeBatch();
                    purchase.executeBatch();
                    if (i % 5000 == 4999) {
                        connection.commit();
                    }
                }
            }
            customer.executeBatch();
            purchase.executeBatch();
        }
    }

    private static void buys(PreparedStatement purchase, long customer, Random random, Timestamp at)
            throws SQLException {
        LocalDate day = TODAY.minusDays(400 + random.nextInt(700));
        double usual = 1 + random.nextInt(60);
        double amount = 20 + random.nextInt(200);
        for (int n = 0; n < EACH; n++) {
            long id = 100_000_000L + customer * EACH + n;
            purchase.setLong(1, id);
            purchase.setString(2, "p" + id);
            purchase.setLong(3, customer);
            purchase.setString(4, "k" + id);
            purchase.setTimestamp(
                    5, Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
            purchase.setDate(6, Date.valueOf(day));
            purchase.setBigDecimal(7, java.math.BigDecimal.valueOf(Math.round(amount * (50 + random.nextInt(100))), 2));
            purchase.setTimestamp(8, at);
            purchase.addBatch();
            day = day.plusDays(Math.round(-Math.log(1 - random.nextDouble()) * usual));
            day = day.isAfter(TODAY) ? TODAY : day;
        }
    }
}

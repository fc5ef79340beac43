package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.ImportedLine;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.purchase.PurchasesArriving;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.value.PublicPurchases;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;

/** The beans of the refresh, wired over a real database, and purchases to run it on. */
abstract class RefreshRoomTest extends DatabaseTest {

    /** Without a container there is one transaction only. */
    static final class OneHand extends Halves {
        @Override
        public void both(Runnable first, Runnable second) {
            first.run();
            second.run();
        }
    }

    private static final PurchaseImport.Source FILE =
            new PurchaseImport.Source(DataOrigin.IMPORT, "import", true, false);

    final Map<String, Long> customers = new TreeMap<>();
    final CostList costs = new CostList();
    Bulk bulk;
    Runs runs;
    RefreshJob job;
    Policies policies;
    StaleCustomers stale;
    UpdateJob update;
    PurchaseImport purchases;
    boolean arriving;

    @BeforeEach
    void wireBeans() {
        Settings settings = Settings.of(Map.of(Setting.CURRENCY, "BRL", Setting.ZONE, "UTC"));
        bulk = wire(new Bulk());
        policies = wire(new Policies());
        Jobs jobs = wire(new Jobs());
        runs = wire(new Runs(), settings, policies, jobs);
        Plans plans = wire(new Plans(), bulk, policies);
        Costs cost = wire(new Costs(), costs);
        HistoryPass histories = wire(new HistoryPass(), bulk, wire(new PhaseBook(), bulk), new OneHand());
        ScorePass scores = wire(new ScorePass(), bulk, cost, wire(new Knowledge(), bulk), new OneHand());
        stale = wire(new StaleCustomers(), bulk);
        job = newJob(plans, histories, scores, cost);
        PurchasesArriving imports = () -> arriving;
        update = wire(new UpdateJob(), bulk, runs, policies, plans, histories, scores, imports);
        purchases = wire(new PurchaseImport(), wire(new PurchaseBatch()), wire(new PurchaseSums()));
    }

    private RefreshJob newJob(Plans plans, HistoryPass histories, ScorePass scores, Costs cost) {
        return wire(
                new RefreshJob(),
                runs,
                policies,
                plans,
                histories,
                wire(new ModelPass(), bulk),
                wire(new CutPass(), bulk, cost),
                scores);
    }

    /** Runs to the end; the hook sees every checkpoint and may throw the job away. */
    ValueRun refresh(RefreshOrder order) {
        ValueRun run = runs.prepare(order, "test");
        em.flush();
        String checkpoint = null;
        long done = 0;
        boolean finished = false;
        while (!finished) {
            JobStep step = job.step(new JobContext("job", run.getPublicId(), checkpoint, done, 0));
            checkpoint = step.checkpoint();
            done = step.done();
            finished = step.finished();
            if (!finished && !checkpoint.isEmpty()) {
                beforeNextStep();
            }
        }
        em.flush();
        return run;
    }

    /** For tests that lose the server between two steps. */
    void beforeNextStep() {}

    long customer(String name) {
        return customers.computeIfAbsent(name, each -> {
            Customer customer = new Customer(CustomerKind.PERSON, CustomerStage.CUSTOMER, NOW, "test");
            customer.namePerson(name, null);
            customer.changed(NOW);
            em.persist(customer);
            return customer.getId();
        });
    }

    void buy(List<PublicPurchases.Row> rows, String currency) {
        rows.forEach(row -> customer(row.customer()));
        em.flush();
        Map<String, Integer> equal = new HashMap<>();
        List<ImportedLine> lines = new ArrayList<>();
        for (PublicPurchases.Row row : rows) {
            lines.add(line(row, currency, equal));
        }
        for (int from = 0; from < lines.size(); from += 1000) {
            purchases.write(lines.subList(from, Math.min(lines.size(), from + 1000)), FILE);
        }
    }

    void buy(String customer, LocalDate day, String amount) {
        buy(List.of(new PublicPurchases.Row(customer, null, day, new BigDecimal(amount))), "BRL");
    }

    private ImportedLine line(PublicPurchases.Row row, String currency, Map<String, Integer> equal) {
        LineIdentity identity = row.document() == null
                ? LineIdentity.ofLine(
                        row.customer(),
                        row.day().atStartOfDay().toInstant(ZoneOffset.UTC),
                        row.value(),
                        BigDecimal.ONE,
                        null)
                : LineIdentity.ofDocument(row.customer(), row.document(), null);
        return new ImportedLine(
                customer(row.customer()),
                identity.key(equal.merge(identity.text(), 1, Integer::sum)),
                row.document(),
                row.day().atStartOfDay().toInstant(ZoneOffset.UTC),
                row.day(),
                currency,
                null,
                row.value().signum() < 0,
                null,
                null,
                BigDecimal.ONE,
                null,
                null,
                row.value(),
                null);
    }

    /** A row of figures as people see them. */
    Map<String, Object> figures(String customer) {
        return one("select * from customer_value where customer_id = " + customer(customer));
    }

    Map<String, Object> one(String sql) {
        List<Map<String, Object>> rows = rows(sql);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows of " + sql);
        }
        return rows.get(0);
    }

    List<Map<String, Object>> rows(String sql) {
        em.flush();
        List<Map<String, Object>> all = new ArrayList<>();
        try (Statement statement = em.unwrap(Connection.class).createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Map<String, Object> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
                }
                all.add(row);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return all;
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Cost sources without a container. */
    static final class CostList implements Instance<CostSource> {
        final List<CostSource> sources = new ArrayList<>();

        @Override
        public Iterator<CostSource> iterator() {
            return sources.iterator();
        }

        @Override
        public Instance<CostSource> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends CostSource> Instance<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends CostSource> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUnsatisfied() {
            return sources.isEmpty();
        }

        @Override
        public boolean isAmbiguous() {
            return sources.size() > 1;
        }

        @Override
        public void destroy(CostSource instance) {}

        @Override
        public Handle<CostSource> getHandle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<? extends Handle<CostSource>> handles() {
            return List.of();
        }

        @Override
        public CostSource get() {
            return sources.get(0);
        }
    }
}

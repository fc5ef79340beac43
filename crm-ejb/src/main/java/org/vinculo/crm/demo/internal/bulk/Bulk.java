package org.vinculo.crm.demo.internal.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.LongConsumer;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerKeys;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.PurchaseKind;
import org.vinculo.crm.shared.FreshStatement;

/**
 * Writes customers with their purchases and conversations. A few customers buy again and again and many only once; more
 * is bought before Christmas and on some days of the week; one purchase in twenty-five comes back; three customers in a
 * hundred are there twice. The same order gives the same data.
 */
public final class Bulk {

    private static final String BY = "generate";
    private static final int CUSTOMERS_PER_COMMIT = 500;
    private static final int ROWS_AT_ONCE = 4000;
    private static final int DAYS = 4 * 365;
    private static final int ALLOCATION = 50;
    private static final double TWINS = 0.03;
    private static final double RETURNS = 0.04;
    private static final double[] MONTHS = {0.7, 0.7, 0.85, 0.9, 1, 0.95, 0.8, 0.85, 0.95, 1, 1.3, 1.6};
    private static final double[] WEEKDAYS = {0.9, 0.9, 1, 1, 1.3, 1.2, 0.5};
    private static final double BUSIEST = 1.6 * 1.3;
    private static final String[] TOPICS = {
        "Asked about an order", "Pedido de orçamento", "Consulta sobre una entrega", "Thanked for the advice",
        "Reclamação de atraso", "Cambio de dirección", "New season's offer", "Dúvida sobre fatura"
    };
    private static final Channel[] CHANNELS = {
        Channel.EMAIL, Channel.PHONE, Channel.WHATSAPP, Channel.WEB, Channel.POS, Channel.VISIT, Channel.SOCIAL
    };

    /**
     * What is wanted.
     *
     * @param until the last day of the history
     */
    public record Order(int customers, int purchases, int interactions, long seed, LocalDate until) {}

    private final Connection connection;
    private final Order order;
    private final Chance chance;
    private final People people;
    private final int[] buys;
    private final int[] talks;
    private PreparedStatement sequence;
    private long nextId;
    private long endOfIds;
    private long document;

    public Bulk(Connection connection, Order order) {
        this.connection = connection;
        this.order = order;
        this.chance = new Chance(order.seed());
        this.people = new People(chance);
        this.buys = shared(order.purchases());
        this.talks = shared(order.interactions());
    }

    /** How often each customer does something: most of it is done by few. */
    private int[] shared(int events) {
        int[] counts = new int[order.customers()];
        for (int i = 0; i < events && counts.length > 0; i++) {
            double share = chance.share();
            int place = (int) (counts.length * Math.pow(share, 2.2));
            // Neighbours in the list should not be neighbours in loyalty.
            counts[(int) ((place * 7919L + 13) % counts.length)]++;
        }
        return counts;
    }

    /**
     * Writes everything.
     *
     * @param progress told the number of rows from time to time
     * @return rows written
     */
    public long write(LongConsumer progress) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement ids = idsOf(connection);
                Batch customers = batch(
                        "customer",
                        "id, version, public_id, external_id, kind, stage, given_name, family_name, display_name, sort_name, name_key, preferred_language, city, country, created_at, created_by, changed_at");
                Batch points = batch(
                        "contact_point",
                        "id, version, public_id, customer_id, point_type, point_value, normal_value, phone_tail, street, city, region, postal_code, country, is_primary, origin, collected_at, collected_by");
                Batch tokens = batch("search_customer", "customer_id, token, list_name");
                Batch purchases = batch(
                        "purchase",
                        "id, version, public_id, customer_id, purchase_key, document_number, purchased_at, purchased_on, kind, cancelled, channel, currency, net_total, cost_total, line_count, origin, recorded_at, recorded_by");
                Batch lines = batch(
                        "purchase_line",
                        "id, version, purchase_id, customer_id, row_key, product, quantity, unit_price, amount, cost");
                Batch interactions = batch(
                        "interaction",
                        "id, version, public_id, customer_id, channel, direction, purpose, topic, outcome, started_at, sentiment, visibility, staff_name, created_at")) {
            sequence = ids;
            List<Batch> inOrder = List.of(customers, points, tokens, purchases, lines, interactions);
            People.Somebody before = null;
            for (int i = 0; i < order.customers(); i++) {
                People.Somebody somebody =
                        before != null && chance.happens(TWINS) ? people.again(before) : people.next(i);
                before = somebody;
                customer(i, somebody, customers, points, tokens, purchases, lines, interactions);
                // A row goes after the one that it refers to, so the tables are written in their order.
                if (inOrder.stream().mapToInt(Batch::waiting).sum() >= ROWS_AT_ONCE) {
                    for (Batch batch : inOrder) {
                        batch.flush();
                    }
                }
                if ((i + 1) % CUSTOMERS_PER_COMMIT == 0) {
                    commit(inOrder, progress);
                }
            }
            commit(inOrder, progress);
            for (Batch batch : inOrder) {
                batch.finish();
            }
            lastContacts();
            purchaseSums();
            connection.commit();
            forgetIndexes();
            return rows(inOrder);
        }
    }

    private Batch batch(String table, String columns) throws SQLException {
        if (isDerby()) {
            return new Spool(connection, table, columns);
        }
        String marks = columns.replaceAll("\\w+", "?");
        return new Inserts(FreshStatement.prepare(
                connection, "insert into " + table + " (" + columns + ") values (" + marks + ")"));
    }

    private boolean isDerby() throws SQLException {
        return connection.getMetaData().getDatabaseProductName().contains("Derby");
    }

    private void commit(List<Batch> inOrder, LongConsumer progress) throws SQLException {
        for (Batch batch : inOrder) {
            batch.flush();
        }
        connection.commit();
        progress.accept(rows(inOrder));
    }

    private static long rows(List<Batch> batches) {
        return batches.stream().mapToLong(Batch::rows).sum();
    }

    private void customer(
            int number,
            People.Somebody somebody,
            Batch customers,
            Batch points,
            Batch tokens,
            Batch purchases,
            Batch lines,
            Batch interactions)
            throws SQLException {
        long id = id();
        String external = "G" + order.seed() + "-" + number;
        CustomerKeys keys = CustomerKeys.of(
                somebody.kind(),
                external,
                somebody.given(),
                somebody.family(),
                somebody.email(),
                somebody.phone(),
                somebody.home());
        LocalDate met = order.until().minusDays(1 + (long) (DAYS * Math.pow(chance.share(), 0.8)));
        LocalDateTime created = met.atTime(12, chance.below(60));
        boolean person = somebody.kind() == CustomerKind.PERSON;
        CustomerKeys.Home home = somebody.home();
        customers.add(
                id,
                1L,
                chance.publicId(),
                external,
                somebody.kind(),
                buys[number] > 0 ? CustomerStage.CUSTOMER : CustomerStage.PROSPECT,
                person ? somebody.given() : null,
                person ? somebody.family() : null,
                keys.displayName(),
                keys.sortName(),
                keys.nameKey(),
                somebody.language(),
                home == null ? null : home.city(),
                home == null ? null : home.country(),
                created,
                BY,
                created);
        for (CustomerKeys.Reached point : keys.points()) {
            boolean postal = point.type() == org.vinculo.crm.party.ContactPointType.POSTAL;
            points.add(
                    id(),
                    1L,
                    chance.publicId(),
                    id,
                    point.type(),
                    point.value(),
                    point.normalValue(),
                    point.phoneTail(),
                    postal ? home.street() : null,
                    postal ? home.city() : null,
                    postal ? home.region() : null,
                    postal ? home.postalCode() : null,
                    postal ? home.country() : null,
                    true,
                    DataOrigin.IMPORT,
                    created,
                    BY);
        }
        for (String token : keys.tokens()) {
            tokens.add(id, token, keys.sortName());
        }
        history(id, external, met, number, purchases, lines);
        for (int i = 0; i < talks[number]; i++) {
            talk(id, met, interactions);
        }
    }

    private void history(long customer, String external, LocalDate met, int number, Batch purchases, Batch lines)
            throws SQLException {
        for (int i = 0; i < buys[number]; i++) {
            LocalDate day = i == 0 ? met : day(met);
            purchase(customer, external, day, false, purchases, lines);
            if (chance.happens(RETURNS)) {
                LocalDate back = day.plusDays(1 + (long) chance.waiting(9));
                purchase(
                        customer, external, back.isAfter(order.until()) ? order.until() : back, true, purchases, lines);
            }
        }
    }

    /** A day since then on which people buy: more of them before Christmas and on Fridays. */
    private LocalDate day(LocalDate since) {
        int span = (int) Math.max(1, order.until().toEpochDay() - since.toEpochDay());
        while (true) {
            LocalDate day = since.plusDays(chance.below(span));
            double weight = MONTHS[day.getMonthValue() - 1]
                    * WEEKDAYS[day.getDayOfWeek().getValue() - 1];
            if (chance.share() * BUSIEST <= weight) {
                return day;
            }
        }
    }

    private void purchase(long customer, String external, LocalDate day, boolean back, Batch purchases, Batch lines)
            throws SQLException {
        long id = id();
        String number = (back ? "R" : "F") + order.seed() + "-" + (++document);
        int count = back ? 1 : 1 + chance.popular(5);
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        int first = chance.popular(Goods.NAMES.length);
        LocalDateTime at = day.atTime(9 + chance.below(10), chance.below(60));
        BigDecimal sign = back ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        Object[][] rows = new Object[count][];
        for (int i = 0; i < count; i++) {
            int good = (first + i) % Goods.NAMES.length;
            BigDecimal quantity = BigDecimal.valueOf(1 + (long) chance.popular(4));
            BigDecimal amount = Goods.PRICES[good].multiply(quantity).multiply(sign);
            BigDecimal cost = amount.multiply(Goods.COST).setScale(4, RoundingMode.HALF_EVEN);
            total = total.add(amount);
            costs = costs.add(cost);
            rows[i] = new Object[] {
                id(),
                1L,
                id,
                customer,
                LineIdentity.ofDocument(external, number, Goods.NAMES[good]).key(1),
                Goods.NAMES[good],
                quantity.multiply(sign),
                Goods.PRICES[good],
                amount,
                cost
            };
        }
        purchases.add(
                id,
                1L,
                chance.publicId(),
                customer,
                LineIdentity.purchaseKey(number, Goods.CURRENCY, null),
                number,
                at,
                day,
                back ? PurchaseKind.RETURN : PurchaseKind.SALE,
                false,
                chance.of("web", "shop", "phone"),
                Goods.CURRENCY,
                total,
                costs,
                count,
                DataOrigin.IMPORT,
                at,
                BY);
        for (Object[] row : rows) {
            lines.add(row);
        }
    }

    private void talk(long customer, LocalDate met, Batch interactions) throws SQLException {
        LocalDateTime at = day(met).atTime(9 + chance.below(9), chance.below(60));
        interactions.add(
                id(),
                1L,
                chance.publicId(),
                customer,
                CHANNELS[chance.popular(CHANNELS.length)],
                chance.happens(0.6) ? Direction.IN : Direction.OUT,
                chance.of(Purpose.values()),
                chance.of(TOPICS),
                chance.happens(0.7) ? chance.of(Outcome.values()) : null,
                at,
                chance.below(3) - 1,
                Visibility.INTERNAL,
                BY,
                at);
    }

    /** As the application takes them: the sequence gives the last one of fifty. */
    private long id() throws SQLException {
        if (nextId == endOfIds) {
            try (ResultSet next = sequence.executeQuery()) {
                next.next();
                endOfIds = next.getLong(1) + 1;
                nextId = endOfIds - ALLOCATION;
            }
        }
        return nextId++;
    }

    private PreparedStatement idsOf(Connection from) throws SQLException {
        return isDerby()
                ? FreshStatement.prepare(from, "values next value for id_seq")
                : FreshStatement.prepare(from, "select nextval('id_seq')");
    }

    private void lastContacts() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into last_contact (customer_id, last_at)"
                    + " select i.customer_id, max(i.started_at) from interaction i where not exists"
                    + " (select 1 from last_contact l where l.customer_id = i.customer_id)"
                    + " and i.deleted_at is null group by i.customer_id");
        }
    }

    private void purchaseSums() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into purchase_sum (customer_id, currency, kind, documents, net_total, first_on, last_on)"
                            + " select p.customer_id, p.currency, p.kind, count(*), sum(p.net_total), min(p.purchased_on),"
                            + " max(p.purchased_on) from purchase p where not exists"
                            + " (select 1 from purchase_sum s where s.customer_id = p.customer_id)"
                            + " group by p.customer_id, p.currency, p.kind");
        }
    }

    /** What other rooms derive from all the rows is made anew at the next start. */
    private void forgetIndexes() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update search_state set layout = 0");
        }
        connection.commit();
    }
}

package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vinculo.crm.purchase.PurchaseKind;

/**
 * The sums of each customer's purchases by currency and kind, so that whoever bought ten thousand times is shown as fast as
 * whoever bought ten times. They follow the purchases in the same transaction.
 */
@ApplicationScoped
public class PurchaseSums {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    private record Sum(
            long customer, String currency, String kind, long documents, BigDecimal net, Date first, Date last) {

        private Sum plus(Sum other) {
            return new Sum(
                    customer,
                    currency,
                    kind,
                    documents + other.documents,
                    net.add(other.net),
                    first.before(other.first) ? first : other.first,
                    last.after(other.last) ? last : other.last);
        }
    }

    /**
     * What a purchase adds to the sums.
     *
     * @param documents 1, or 0 where the purchase was counted before
     */
    public record Bought(
            long customer, String currency, PurchaseKind kind, int documents, BigDecimal net, LocalDate on) {

        /** Whether both count in the same sum; customer, currency and day of a stored purchase stay. */
        private boolean countsWith(Bought other) {
            return other != null && other.kind == kind;
        }

        private Bought since(Bought before) {
            return new Bought(customer, currency, kind, 0, net.subtract(before.net), on);
        }

        private Sum sum() {
            return new Sum(customer, currency, kind.name(), documents, net, Date.valueOf(on), Date.valueOf(on));
        }
    }

    /**
     * Until the end of the transaction nobody else changes purchases of these customers. Whoever is about to write asks before
     * they write: two that had both written would wait for each other's rows.
     */
    public void hold(Collection<Long> customers) {
        List<Long> inOrder = customers.stream().distinct().sorted().toList();
        JdbcBatch.forAll(connection(), PurchaseSql.HOLD_SUMS, inOrder);
        // Two that buy for the first time have no row to wait on but the customer.
        JdbcBatch.forAll(connection(), PurchaseSql.HOLD_FIRST, inOrder);
    }

    /**
     * Follows what became of purchases. Only where the first or the last day of a sum may have gone are all purchases of the
     * customer looked at. {@link #hold} was called for the customers.
     *
     * @param before by id, those that were stored
     * @param after by id, those that are stored now
     */
    public void change(Map<Long, Bought> before, Map<Long, Bought> after) {
        List<Bought> added = new ArrayList<>();
        after.forEach((id, now) -> {
            Bought then = before.get(id);
            added.add(now.countsWith(then) ? now.since(then) : now);
        });
        List<Bought> gone = new ArrayList<>();
        before.forEach((id, then) -> {
            if (!then.countsWith(after.get(id))) {
                gone.add(then);
            }
        });
        Set<Long> again = take(gone);
        added.removeIf(each -> again.contains(each.customer()));
        add(added);
        follow(again);
    }

    /** The customers whose sums have to be made anew. */
    private Set<Long> take(List<Bought> purchases) {
        List<Sum> sums = sums(purchases);
        int[] taken = JdbcBatch.write(connection(), PurchaseSql.TAKE_SUM, sums, (statement, sum) -> {
            statement.setLong(1, sum.documents());
            statement.setBigDecimal(2, sum.net());
            key(statement, 3, sum);
            statement.setDate(6, sum.first());
            statement.setDate(7, sum.last());
        });
        return IntStream.range(0, taken.length)
                .filter(i -> taken[i] == 0)
                .mapToObj(i -> sums.get(i).customer())
                .collect(Collectors.toSet());
    }

    private void add(List<Bought> purchases) {
        store(PurchaseSql.ADD_SUM, sums(purchases), (statement, sum) -> {
            statement.setLong(1, sum.documents());
            statement.setBigDecimal(2, sum.net());
            statement.setDate(3, sum.first());
            statement.setDate(4, sum.first());
            statement.setDate(5, sum.last());
            statement.setDate(6, sum.last());
            key(statement, 7, sum);
        });
    }

    private static List<Sum> sums(List<Bought> purchases) {
        Map<List<Object>, Sum> sums = new LinkedHashMap<>();
        purchases.forEach(one -> sums.merge(List.of(one.customer(), one.currency(), one.kind()), one.sum(), Sum::plus));
        return List.copyOf(sums.values());
    }

    /** Makes the sums of these customers anew; {@link #hold} was called for them. */
    public void follow(Collection<Long> customers) {
        em.flush();
        List<Long> inOrder = customers.stream().distinct().sorted().toList();
        // Written before they are read: whoever waits here for another reads what the other left.
        int before = JdbcBatch.forAll(connection(), PurchaseSql.EMPTY_SUMS, inOrder);
        List<Sum> sums = new ArrayList<>();
        JdbcBatch.ask(
                connection(),
                PurchaseSql.SUMS,
                inOrder,
                PreparedStatement::setLong,
                row -> sums.add(new Sum(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getBigDecimal(5),
                        row.getDate(6),
                        row.getDate(7))));
        int first = store(PurchaseSql.UPDATE_SUM, sums, PurchaseSums::bind);
        if (before > sums.size() - first) {
            JdbcBatch.forAll(connection(), PurchaseSql.FORGET_EMPTY_SUMS, inOrder);
        }
    }

    /** How many were the first of their kind. */
    private int store(PurchaseSql update, List<Sum> sums, JdbcBatch.Binder<Sum> binder) {
        int[] known = JdbcBatch.write(connection(), update, sums, binder);
        List<Sum> first = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                first.add(sums.get(i));
            }
        }
        JdbcBatch.write(connection(), PurchaseSql.INSERT_SUM, first, PurchaseSums::bind);
        return first.size();
    }

    private static void bind(PreparedStatement statement, Sum sum) throws SQLException {
        statement.setLong(1, sum.documents());
        statement.setBigDecimal(2, sum.net());
        statement.setDate(3, sum.first());
        statement.setDate(4, sum.last());
        key(statement, 5, sum);
    }

    private static void key(PreparedStatement statement, int at, Sum sum) throws SQLException {
        statement.setLong(at, sum.customer());
        statement.setString(at + 1, sum.currency());
        statement.setString(at + 2, sum.kind());
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}

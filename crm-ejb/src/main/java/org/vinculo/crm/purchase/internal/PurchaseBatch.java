package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.purchase.ImportedLine;
import org.vinculo.crm.purchase.LineState;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.purchase.PurchaseKind;
import org.vinculo.crm.purchase.entity.PurchaseLine;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.PublicId;

/**
 * Reads and writes purchases by the hundred with plain JDBC batches, on the connection of the present transaction:
 * entities would cost several times as much.
 */
@ApplicationScoped
public class PurchaseBatch {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    /** What makes lines of a customer one purchase. */
    public record Key(String purchaseKey, long customerId) {}

    /** A line as it is stored. */
    public record LineRow(long id, long version, long purchaseId, long customerId, String rowKey, LineState state) {
        public LineRow with(LineState newState) {
            return new LineRow(id, version, purchaseId, customerId, rowKey, newState);
        }
    }

    /** What is added to the totals of a purchase. */
    public static final class Sum {
        private BigDecimal net = BigDecimal.ZERO;
        private BigDecimal cost;
        private BigDecimal discount;
        private int lines;

        public void add(LineState state) {
            net = net.add(state.amount());
            cost = sum(cost, state.cost());
            discount = sum(discount, state.discount());
            lines++;
        }

        public void remove(LineState state) {
            net = net.subtract(state.amount());
            cost = sum(cost, negative(state.cost()));
            discount = sum(discount, negative(state.discount()));
            lines--;
        }

        public void replace(LineState before, LineState after) {
            remove(before);
            add(after);
        }

        private static BigDecimal sum(BigDecimal one, BigDecimal other) {
            return one == null || other == null ? Optional.ofNullable(one).orElse(other) : one.add(other);
        }

        private static BigDecimal negative(BigDecimal value) {
            return value == null ? null : value.negate();
        }
    }

    /** A purchase that is about to be stored. */
    public static final class PurchaseRow {
        private final long id;
        private final Key key;
        private final ImportedLine first;
        private final PurchaseImport.Source source;
        private final Sum sum = new Sum();
        private boolean cancelled;

        PurchaseRow(long id, Key key, ImportedLine first, PurchaseImport.Source source) {
            this.id = id;
            this.key = key;
            this.first = first;
            this.source = source;
        }

        public long id() {
            return id;
        }

        public PurchaseSums.Bought bought() {
            return new PurchaseSums.Bought(
                    key.customerId(), first.currency(), PurchaseKind.of(cancelled, sum.net), 1, sum.net, first.on());
        }

        public void add(ImportedLine line) {
            cancelled |= line.cancelled();
            sum.add(LineState.of(line));
        }
    }

    public PurchaseRow begin(ImportedLine first, Key key, PurchaseImport.Source source) {
        return new PurchaseRow(nextId(), key, first, source);
    }

    /** An id from the blocks that the persistence unit hands out. */
    public long nextId() {
        return ((Number) em.unwrap(AbstractSession.class).getSequencing().getNextValue(PurchaseLine.class)).longValue();
    }

    /** The stored lines with these keys. */
    public Map<String, LineRow> lines(List<String> rowKeys) {
        Map<String, LineRow> found = new HashMap<>();
        JdbcBatch.ask(
                connection(),
                PurchaseSql.LINES_BY_KEY,
                rowKeys,
                (statement, at, key) -> statement.setString(at, key),
                rows -> {
                    LineRow line = line(rows);
                    found.put(line.rowKey(), line);
                });
        return found;
    }

    public Map<Long, LineRow> linesById(List<Long> ids) {
        Map<Long, LineRow> found = new HashMap<>();
        JdbcBatch.ask(
                connection(), PurchaseSql.LINES_BY_ID, ids, (statement, at, id) -> statement.setLong(at, id), rows -> {
                    LineRow line = line(rows);
                    found.put(line.id(), line);
                });
        return found;
    }

    /** Ids of the purchases with these keys. */
    public Map<Key, Long> purchases(List<Key> keys) {
        Set<Key> wanted = new HashSet<>(keys);
        Map<Key, Long> found = new HashMap<>();
        List<String> texts = keys.stream().map(Key::purchaseKey).distinct().toList();
        JdbcBatch.ask(
                connection(),
                PurchaseSql.PURCHASES_BY_KEY,
                texts,
                (statement, at, key) -> statement.setString(at, key),
                rows -> {
                    Key key = new Key(rows.getString(2), rows.getLong(3));
                    if (wanted.contains(key)) {
                        found.put(key, rows.getLong(1));
                    }
                });
        return found;
    }

    public Set<Long> withPurchases(List<Long> customerIds) {
        Set<Long> found = new HashSet<>();
        JdbcBatch.ask(
                connection(),
                PurchaseSql.CUSTOMERS_WITH_PURCHASES,
                customerIds,
                (statement, at, id) -> statement.setLong(at, id),
                rows -> found.add(rows.getLong(1)));
        return found;
    }

    public void insertPurchases(Collection<PurchaseRow> purchases) {
        Timestamp now = utc(clock.instant());
        JdbcBatch.write(connection(), PurchaseSql.INSERT_PURCHASE, purchases, (statement, purchase) -> {
            ImportedLine first = purchase.first;
            statement.setLong(1, purchase.id);
            statement.setString(2, PublicId.next());
            statement.setLong(3, purchase.key.customerId());
            statement.setString(4, purchase.key.purchaseKey());
            statement.setString(5, first.documentNumber());
            statement.setTimestamp(6, utc(first.at()));
            statement.setDate(7, Date.valueOf(first.on()));
            statement.setString(
                    8, PurchaseKind.of(purchase.cancelled, purchase.sum.net).name());
            statement.setBoolean(9, purchase.cancelled);
            statement.setString(10, first.channel());
            statement.setString(11, first.currency());
            statement.setBigDecimal(12, purchase.sum.net);
            statement.setBigDecimal(13, purchase.sum.cost);
            statement.setBigDecimal(14, purchase.sum.discount);
            statement.setInt(15, purchase.sum.lines);
            statement.setString(16, purchase.source.origin().name());
            statement.setTimestamp(17, now);
            statement.setString(18, purchase.source.by());
        });
        SearchIndex.add(
                em,
                PurchaseRecords.KIND,
                purchases.stream()
                        .flatMap(
                                purchase -> PurchaseRecords.entry(
                                        purchase.id, purchase.key.customerId(), purchase.first.documentNumber())
                                        .stream())
                        .toList());
    }

    /** What stored purchases add to the sums of their customers. */
    public Map<Long, PurchaseSums.Bought> bought(Collection<Long> purchaseIds) {
        Map<Long, PurchaseSums.Bought> found = new HashMap<>();
        JdbcBatch.ask(
                connection(),
                PurchaseSql.PURCHASES_BY_ID,
                List.copyOf(purchaseIds),
                PreparedStatement::setLong,
                row -> found.put(
                        row.getLong(1),
                        new PurchaseSums.Bought(
                                row.getLong(2),
                                row.getString(3),
                                PurchaseKind.valueOf(row.getString(4)),
                                1,
                                row.getBigDecimal(5),
                                row.getDate(6).toLocalDate())));
        return found;
    }

    public void insertLines(Collection<LineRow> lines) {
        JdbcBatch.write(connection(), PurchaseSql.INSERT_LINE, lines, (statement, line) -> {
            statement.setLong(1, line.id());
            statement.setLong(2, line.version());
            statement.setLong(3, line.purchaseId());
            statement.setLong(4, line.customerId());
            statement.setString(5, line.rowKey());
            bind(statement, 6, line.state());
        });
    }

    public void updateLines(Collection<LineRow> lines) {
        int[] changed = JdbcBatch.write(connection(), PurchaseSql.UPDATE_LINE, lines, (statement, line) -> {
            bind(statement, 1, line.state());
            statement.setLong(8, line.id());
            statement.setLong(9, line.version());
        });
        if (Arrays.stream(changed).anyMatch(rowsChanged -> rowsChanged == 0)) {
            throw new ConcurrentChange();
        }
    }

    public void deleteLines(Collection<LineRow> lines) {
        JdbcBatch.forAll(
                connection(),
                PurchaseSql.DELETE_LINES,
                lines.stream().map(LineRow::id).toList());
    }

    public void addSums(Map<Long, Sum> sums) {
        JdbcBatch.write(connection(), PurchaseSql.ADD_SUMS, sums.entrySet(), (statement, sum) -> {
            statement.setBigDecimal(1, sum.getValue().net);
            statement.setInt(2, sum.getValue().lines);
            statement.setBigDecimal(3, sum.getValue().net);
            statement.setLong(4, sum.getKey());
        });
        addWhere(PurchaseSql.ADD_COST, sums, sum -> sum.cost);
        addWhere(PurchaseSql.ADD_DISCOUNT, sums, sum -> sum.discount);
    }

    private void addWhere(PurchaseSql addition, Map<Long, Sum> sums, Function<Sum, BigDecimal> amount) {
        List<Map.Entry<Long, Sum>> those = sums.entrySet().stream()
                .filter(sum -> amount.apply(sum.getValue()) != null)
                .toList();
        JdbcBatch.write(connection(), addition, those, (statement, sum) -> {
            statement.setBigDecimal(1, amount.apply(sum.getValue()));
            statement.setLong(2, sum.getKey());
        });
    }

    public void deleteEmpty(Collection<Long> purchaseIds) {
        List<Long> empty = new ArrayList<>();
        JdbcBatch.ask(
                connection(),
                PurchaseSql.EMPTY,
                List.copyOf(purchaseIds),
                PreparedStatement::setLong,
                row -> empty.add(row.getLong(1)));
        JdbcBatch.forAll(connection(), PurchaseSql.DELETE_PURCHASES, empty);
        JdbcBatch.forAll(connection(), PurchaseSql.FORGET_PURCHASES, empty);
    }

    private static void bind(PreparedStatement statement, int at, LineState state) throws SQLException {
        statement.setString(at, state.product());
        statement.setString(at + 1, state.description());
        statement.setBigDecimal(at + 2, state.quantity());
        statement.setBigDecimal(at + 3, state.unitPrice());
        statement.setBigDecimal(at + 4, state.discount());
        statement.setBigDecimal(at + 5, state.amount());
        statement.setBigDecimal(at + 6, state.cost());
    }

    private static LineRow line(ResultSet rows) throws SQLException {
        return new LineRow(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getString(5),
                new LineState(
                        rows.getString(6),
                        rows.getString(7),
                        rows.getBigDecimal(8),
                        rows.getBigDecimal(9),
                        rows.getBigDecimal(10),
                        rows.getBigDecimal(11),
                        rows.getBigDecimal(12)));
    }

    /** As the persistence unit stores instants: the UTC time of day. Derby knows no java.time. */
    private static Timestamp utc(Instant at) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}

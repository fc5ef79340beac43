package org.vinculo.crm.party.internal.duplicate;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.match.MatchFacts;
import org.vinculo.crm.party.internal.match.MatchKeys;
import org.vinculo.crm.shared.FreshStatement;

/**
 * Keeps the keys of customers. A single change writes them at once; what comes in by the hundred is keyed by the next
 * search, which looks for customers whose keys are of an older version.
 */
public final class MatchIndex {

    /** Up to here the keys are written with the customers. */
    private static final int FEW = 20;

    /** What stands for a customer who was never compared. */
    private static final long NEVER = -1;

    private final EntityManager em;

    public MatchIndex(EntityManager em) {
        this.em = em;
    }

    /** After customers were written; does nothing when they are many. */
    public void refreshFew(Collection<Customer> customers) {
        if (customers.isEmpty() || customers.size() > FEW) {
            return;
        }
        em.flush();
        Map<Long, Long> versions = new LinkedHashMap<>();
        customers.forEach(customer -> versions.put(customer.getId(), customer.getVersion()));
        write(versions);
    }

    /** The next customers whose keys are not of their present version. */
    Stretch outdated(long after) {
        return Stretch.next(em, after, Stretch.Wanted.OUTDATED);
    }

    /** Writes the keys of customers anew. */
    void write(Map<Long, Long> versions) {
        Map<Long, MatchFacts> read = new FactsReader(em).read(versions.keySet());
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement delete =
                        FreshStatement.prepare(connection, "delete from customer_match_key where customer_id = ?");
                PreparedStatement insert = FreshStatement.prepare(
                        connection, "insert into customer_match_key (customer_id, match_key) values (?, ?)");
                PreparedStatement update = FreshStatement.prepare(
                        connection, "update customer_match set keyed_version = ? where customer_id = ?");
                PreparedStatement add = FreshStatement.prepare(
                        connection,
                        "insert into customer_match (keyed_version, customer_id, searched_version) values (?, ?, ?)")) {
            for (MatchFacts each : read.values()) {
                update.setLong(1, versions.get(each.id()));
                update.setLong(2, each.id());
                update.addBatch();
            }
            int[] known = update.executeBatch();
            int place = 0;
            for (MatchFacts each : read.values()) {
                if (known[place++] == 0) {
                    add.setLong(1, versions.get(each.id()));
                    add.setLong(2, each.id());
                    add.setLong(3, NEVER);
                    add.addBatch();
                } else {
                    delete.setLong(1, each.id());
                    delete.addBatch();
                }
                for (String key : MatchKeys.of(each)) {
                    insert.setLong(1, each.id());
                    insert.setString(2, key);
                    insert.addBatch();
                }
            }
            if (IntStream.of(known).anyMatch(rows -> rows > 0)) {
                delete.executeBatch();
            }
            if (IntStream.of(known).anyMatch(rows -> rows == 0)) {
                add.executeBatch();
            }
            insert.executeBatch();
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
    }
}

package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.duplicate.MatchIndex;
import org.vinculo.crm.shared.FreshStatement;
import org.vinculo.crm.shared.Normal;

/** Keeps the search words of customers, and the keys of a few, in step with them, in the transaction of the change. */
@ApplicationScoped
public class TokenIndex {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    WordBook words = new WordBook();

    /** The words of customers who had none yet. */
    public void add(Collection<Customer> customers) {
        write(customers, true);
        new MatchIndex(em).refreshFew(customers);
    }

    public void refresh(Customer customer) {
        refresh(List.of(customer));
    }

    /** Writes only what came, went or was renamed; at most 500 customers at a time. */
    public void refresh(Collection<Customer> customers) {
        write(customers, false);
        new MatchIndex(em).refreshFew(customers);
    }

    private void write(Collection<Customer> customers, boolean fresh) {
        if (customers.isEmpty()) {
            return;
        }
        em.flush();
        Connection connection = em.unwrap(Connection.class);
        try {
            Map<Long, Map<String, String>> present = fresh ? Map.of() : present(connection, customers);
            try (PreparedStatement insert = FreshStatement.prepare(
                            connection,
                            "insert into search_customer (customer_id, token, list_name) values (?, ?, ?)");
                    PreparedStatement delete = FreshStatement.prepare(
                            connection, "delete from search_customer where customer_id = ? and token = ?");
                    PreparedStatement rename = FreshStatement.prepare(
                            connection, "update search_customer set list_name = ? where customer_id = ?")) {
                int renamed = 0;
                int removed = 0;
                int added = 0;
                for (Customer customer : customers) {
                    Set<String> wanted = SearchTokens.of(customer);
                    Map<String, String> held = present.getOrDefault(customer.getId(), Map.of());
                    renamed += rename(rename, customer, held.values());
                    removed += remove(delete, customer.getId(), held.keySet(), wanted);
                    added += add(insert, customer, wanted, held.keySet());
                }
                run(rename, renamed);
                run(delete, removed);
                run(insert, added);
            }
            words.learn(
                    connection,
                    customers.stream()
                            .flatMap(customer -> Normal.tokens(customer.getDisplayName()).stream())
                            .toList());
            TouchedCustomers.forget(em.unwrap(UnitOfWork.class), customers);
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
    }

    /** Under which name the customer stands in the list; null for one who does not. */
    private static String listName(Customer customer) {
        return customer.isDeleted() ? null : customer.getSortName();
    }

    /** An empty batch would be a statement for nothing. */
    private static void run(PreparedStatement statement, int rows) throws SQLException {
        if (rows > 0) {
            statement.executeBatch();
        }
    }

    private static int rename(PreparedStatement update, Customer customer, Collection<String> held)
            throws SQLException {
        String name = listName(customer);
        if (held.stream().allMatch(each -> Objects.equals(each, name))) {
            return 0;
        }
        update.setString(1, name);
        update.setLong(2, customer.getId());
        update.addBatch();
        return 1;
    }

    private static int remove(PreparedStatement delete, long customerId, Set<String> held, Set<String> wanted)
            throws SQLException {
        int removed = 0;
        for (String word : held) {
            if (!wanted.contains(word)) {
                delete.setLong(1, customerId);
                delete.setString(2, word);
                delete.addBatch();
                removed++;
            }
        }
        return removed;
    }

    private static int add(PreparedStatement insert, Customer customer, Set<String> wanted, Set<String> held)
            throws SQLException {
        int added = 0;
        for (String word : wanted) {
            if (!held.contains(word)) {
                insert.setLong(1, customer.getId());
                insert.setString(2, word);
                insert.setString(3, listName(customer));
                insert.addBatch();
                added++;
            }
        }
        return added;
    }

    private static Map<Long, Map<String, String>> present(Connection connection, Collection<Customer> customers)
            throws SQLException {
        Map<Long, Map<String, String>> present = new HashMap<>();
        try (PreparedStatement select = FreshStatement.prepare(
                connection, "select token, list_name from search_customer where customer_id = ?")) {
            for (Customer customer : customers) {
                present.put(customer.getId(), words(select, customer.getId()));
            }
        }
        return present;
    }

    private static Map<String, String> words(PreparedStatement select, long customerId) throws SQLException {
        Map<String, String> words = new HashMap<>();
        select.setLong(1, customerId);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                words.put(rows.getString(1), rows.getString(2));
            }
        }
        return words;
    }
}

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Writes only the words that came or went; at most 500 customers at a time. */
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
            Map<Long, Set<String>> present = fresh ? Map.of() : present(connection, customers);
            try (PreparedStatement insert = FreshStatement.prepare(
                            connection, "insert into customer_token (customer_id, token) values (?, ?)");
                    PreparedStatement delete = FreshStatement.prepare(
                            connection, "delete from customer_token where customer_id = ? and token = ?")) {
                for (Customer customer : customers) {
                    Set<String> wanted = SearchTokens.of(customer);
                    Set<String> held = present.getOrDefault(customer.getId(), Set.of());
                    add(delete, customer.getId(), held, wanted);
                    add(insert, customer.getId(), wanted, held);
                }
                delete.executeBatch();
                insert.executeBatch();
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

    private static void add(PreparedStatement statement, long customerId, Set<String> words, Set<String> except)
            throws SQLException {
        for (String word : words) {
            if (!except.contains(word)) {
                statement.setLong(1, customerId);
                statement.setString(2, word);
                statement.addBatch();
            }
        }
    }

    private static Map<Long, Set<String>> present(Connection connection, Collection<Customer> customers)
            throws SQLException {
        Map<Long, Set<String>> present = new HashMap<>();
        try (PreparedStatement select =
                FreshStatement.prepare(connection, "select token from customer_token where customer_id = ?")) {
            for (Customer customer : customers) {
                present.put(customer.getId(), words(select, customer.getId()));
            }
        }
        return present;
    }

    private static Set<String> words(PreparedStatement select, long customerId) throws SQLException {
        Set<String> words = new HashSet<>();
        select.setLong(1, customerId);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}

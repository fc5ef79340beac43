package org.vinculo.crm.party;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.vinculo.crm.party.internal.SearchTokens;
import org.vinculo.crm.shared.FreshStatement;

/**
 * What records of other rooms are found by. The rooms call this inside the transaction of the change, at most 1,000
 * records at a time; see {@link SearchRecords}.
 */
public final class SearchIndex {

    private SearchIndex() {}

    /**
     * What a record is found by.
     *
     * @param customerId whose it is, or null
     */
    public record Entry(long recordId, Long customerId, Set<String> tokens) {

        /** By numbers of documents, each from any of its parts on. */
        public static Entry ofNumbers(long recordId, long customerId, List<String> numbers) {
            return new Entry(recordId, customerId, SearchTokens.ofTexts(numbers));
        }

        /** By the first words of texts that somebody wrote, the telling texts first; nulls are left out. */
        public static Entry ofWords(long recordId, Long customerId, Stream<String> texts) {
            return new Entry(
                    recordId,
                    customerId,
                    SearchTokens.ofWords(texts.filter(Objects::nonNull).toList()));
        }
    }

    /** Records that were not there before. */
    public static void add(EntityManager em, String kind, Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = FreshStatement.prepare(
                em.unwrap(Connection.class),
                "insert into search_record (token, kind, record_id, customer_id) values (?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                for (String token : entry.tokens()) {
                    insert.setString(1, token);
                    insert.setString(2, kind);
                    insert.setLong(3, entry.recordId());
                    insert.setObject(4, entry.customerId(), Types.BIGINT);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
    }

    public static void remove(EntityManager em, String kind, Collection<Long> recordIds) {
        if (recordIds.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = FreshStatement.prepare(
                em.unwrap(Connection.class), "delete from search_record where kind = ? and record_id = ?")) {
            for (Long id : recordIds) {
                delete.setString(1, kind);
                delete.setLong(2, id);
                delete.addBatch();
            }
            delete.executeBatch();
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
    }
}

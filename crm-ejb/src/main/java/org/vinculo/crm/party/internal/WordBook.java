package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.vinculo.crm.shared.FreshStatement;

/**
 * The words that names are made of, each under its spellings with one letter less. A word stays when nobody is called so
 * any longer: then it only finds nobody. Two that come at the same moment are both kept, which does no harm either.
 */
@ApplicationScoped
public class WordBook {

    private static final int ASKED = 50;
    private static final int PROPOSED = 30;
    private static final int REMEMBERED = 50_000;
    private static final String KNOWN =
            "select word from search_spelling where variant = word and variant in (" + "?, ".repeat(ASKED - 1) + "?)";

    private static final int SPELLINGS = 16;
    private static final String WHOLE =
            "select distinct word from search_spelling where variant in (" + "?, ".repeat(SPELLINGS - 1) + "?)";

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** Writes down the words that are not there yet. */
    void learn(Connection connection, Collection<String> words) throws SQLException {
        List<String> asked = words.stream()
                .filter(Spelling::isWord)
                .filter(word -> !known.contains(word))
                .distinct()
                .toList();
        Set<String> present = present(connection, asked);
        remember(present);
        if (present.containsAll(asked)) {
            return;
        }
        try (PreparedStatement insert =
                FreshStatement.prepare(connection, "insert into search_spelling (variant, word) values (?, ?)")) {
            for (String word : asked) {
                if (!present.contains(word)) {
                    for (String variant : Spelling.variants(word)) {
                        insert.setString(1, variant);
                        insert.setString(2, word);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private void remember(Set<String> words) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        known.addAll(words);
    }

    private static Set<String> present(Connection connection, List<String> words) throws SQLException {
        Set<String> present = new HashSet<>();
        for (int from = 0; from < words.size(); from += ASKED) {
            try (PreparedStatement select = FreshStatement.prepare(connection, KNOWN)) {
                for (int i = 0; i < ASKED; i++) {
                    select.setString(i + 1, words.get(Math.min(from + i, words.size() - 1)));
                }
                read(select, present);
            }
        }
        return present;
    }

    private static void read(PreparedStatement select, Set<String> into) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                into.add(rows.getString(1));
            }
        }
    }

    /** The known words that differ from the typed one, or from its beginning, by one error at most; nearest first. */
    List<String> close(String typed) {
        if (typed.length() < Spelling.SHORTEST || !Spelling.isWord(typed)) {
            return List.of();
        }
        Connection connection = em.unwrap(Connection.class);
        Set<String> found = new LinkedHashSet<>();
        List<String> variants = List.copyOf(Spelling.variants(typed));
        try {
            whole(connection, variants, found);
            found.removeIf(word -> !Spelling.isClose(typed, word));
            if (found.isEmpty() && typed.length() > Spelling.SHORTEST) {
                for (String variant : variants) {
                    beginnings(connection, variant, found);
                }
            }
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
        List<String> close = new ArrayList<>(found);
        close.removeIf(word -> !Spelling.isClose(typed, word));
        close.sort(Comparator.comparing((String word) -> !Spelling.isOneApart(typed, word))
                .thenComparing(Comparator.naturalOrder()));
        return close.subList(0, Math.min(PROPOSED, close.size()));
    }

    /** Words of which the typed one is a whole with an error: one statement for all of its spellings. */
    private static void whole(Connection connection, List<String> variants, Set<String> found) throws SQLException {
        try (PreparedStatement select = FreshStatement.prepare(connection, WHOLE)) {
            for (int i = 0; i < SPELLINGS; i++) {
                select.setString(i + 1, variants.get(Math.min(i, variants.size() - 1)));
            }
            read(select, found);
        }
    }

    /** Words of which the typed one is the beginning. */
    private static void beginnings(Connection connection, String variant, Set<String> found) throws SQLException {
        try (PreparedStatement select = FreshStatement.prepare(
                connection,
                "select word from search_spelling where variant > ? and variant < ?"
                        + " order by variant, word fetch first 150 rows only")) {
            select.setString(1, variant);
            select.setString(2, SearchTokens.after(variant));
            read(select, found);
        }
    }
}

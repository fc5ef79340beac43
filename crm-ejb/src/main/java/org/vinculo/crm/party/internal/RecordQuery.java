package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import org.vinculo.crm.party.SearchRecords;
import org.vinculo.crm.shared.SqlText;

/**
 * Finds records of other rooms that the caller reaches; the newest first. A word that is in very many records is not
 * looked up in all of them: those that hold exactly the word come before those that hold a longer one, and the newest
 * first, up to a bound.
 */
@ApplicationScoped
public class RecordQuery {

    /** As many entries of the rarest word are looked at, so that no question takes longer the more records there are. */
    static final int LOOKED_AT = 2000;

    private static final String BY_WORD = " from search_record r --DERBY-PROPERTIES index=search_record_token\n where ";

    private static final String BY_RECORD = " from search_record r --DERBY-PROPERTIES constraint=search_record_pk,"
            + " joinStrategy=NESTEDLOOP\n where ";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    /** Ids in the order of the latest. */
    public List<Long> ids(SearchRecords records, String q, int first, int size) {
        List<String> words = SearchTokens.wantedWords(q);
        if (words.isEmpty()) {
            return List.of();
        }
        String leading = words.size() == 1 ? words.get(0) : rarest(records.kind(), words);
        // For Derby: the joins come in the order written, so that it begins with the words and not with the customers.
        SqlText sql = SqlText.empty()
                .sqlPart("select distinct k.record_id from --DERBY-PROPERTIES joinOrder=FIXED\n"
                        + " (select r.record_id, r.customer_id" + BY_WORD);
        begins(sql, records.kind(), leading);
        sql.sqlPart(" order by r.kind, r.token, r.record_id desc fetch first " + LOOKED_AT + " rows only) k where ")
                .add(records.reached(access.scope(records.permission())));
        words.stream().filter(word -> !word.equals(leading)).forEach(word -> {
            sql.sqlPart(" and exists (select 1" + BY_RECORD + "r.record_id = k.record_id and ");
            begins(sql, records.kind(), word);
            sql.sqlPart(")");
        });
        sql.sqlPart(" order by k.record_id desc offset ").value(first);
        sql.sqlPart(" rows fetch next ").value(size).sqlPart(" rows only");
        List<?> rows = query(sql).getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    /** The word with the fewest entries, counted as far as they are looked at; of equal ones the longest. */
    private String rarest(String kind, List<String> words) {
        SqlText sql = SqlText.empty();
        for (String word : words) {
            sql.sqlPart(sql.isEmpty() ? "select " : ", ")
                    .sqlPart("(select count(*) from (select r.record_id" + BY_WORD);
            begins(sql, kind, word);
            sql.sqlPart(" fetch first " + LOOKED_AT + " rows only) k)");
        }
        sql.sqlPart(" from search_state where id = 1");
        Object[] counts = (Object[]) query(sql).getSingleResult();
        int rarest = 0;
        for (int i = 1; i < counts.length; i++) {
            if (((Number) counts[i]).intValue() < ((Number) counts[rarest]).intValue()) {
                rarest = i;
            }
        }
        return words.get(rarest);
    }

    private static void begins(SqlText sql, String kind, String word) {
        sql.sqlPart("r.kind = ").value(kind);
        sql.sqlPart(" and r.token >= ").value(word);
        sql.sqlPart(" and r.token < ").value(SearchTokens.after(word));
    }

    private Query query(SqlText sql) {
        return sql.fill(em.createNativeQuery(sql.sql()));
    }
}

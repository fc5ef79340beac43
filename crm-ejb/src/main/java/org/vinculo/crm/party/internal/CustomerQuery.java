package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerSort;
import org.vinculo.crm.shared.SqlText;

/**
 * Finds the ids of customers. Search words are prefix ranges on the plain index of their table.
 *
 * <p>The query is led by the rarest word when it is rare, and otherwise walks the customers in the order wanted until
 * the page is full: each is fast where the other is slow. The databases cannot know which, since the word is a
 * parameter, so it is measured first, and Derby is told the order of the join in a comment that only it reads.
 */
@ApplicationScoped
public class CustomerQuery {

    /** Up to here the matches of a word are cheaper to sort than the customers are to walk. */
    static final int RARE = 5000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerFilters filters;

    public List<Long> ids(CustomerList wanted, CustomerSort sort, boolean ascending, int first, int size) {
        SqlText sql = select(wanted, "select ", "c.id, " + sort.column());
        String direction = ascending ? "" : " desc";
        sql.sqlPart(" order by " + sort.column() + direction + ", c.id" + direction);
        return ids(sql, first, size);
    }

    /** The next customers by name after a given one; null and 0 for the first. */
    public List<Long> idsAfter(CustomerList wanted, String sortName, long id, int size) {
        SqlText sql = select(wanted, "select ", "c.id, c.sort_name");
        if (sortName != null) {
            sql.sqlPart(" and (c.sort_name > ").value(sortName);
            sql.sqlPart(" or (c.sort_name = ").value(sortName);
            sql.sqlPart(" and c.id > ").value(id).sqlPart("))");
        }
        sql.sqlPart(" order by c.sort_name, c.id");
        return ids(sql, 0, size);
    }

    /** How many there are, but no more than {@code cap}. */
    public long count(CustomerList wanted, int cap) {
        SqlText sql = select(wanted, "select count(*) from (select ", "c.id");
        sql.sqlPart(" fetch first " + cap + " rows only) counted");
        return ((Number) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult()).longValue();
    }

    private SqlText select(CustomerList wanted, String start, String columns) {
        List<String> words = new ArrayList<>(SearchTokens.wanted(wanted.q()));
        String leading = leadingWord(words);
        SqlText sql = SqlText.empty().sqlPart(start + (leading == null ? "" : "distinct ") + columns);
        if (leading == null) {
            sql.sqlPart(" from customer c where ");
        } else {
            sql.sqlPart(" from --DERBY-PROPERTIES joinOrder=FIXED\n customer_token lead_token"
                    + " inner join customer c on c.id = lead_token.customer_id where lead_token.token >= ");
            sql.value(leading).sqlPart(" and lead_token.token < ").value(SearchTokens.after(leading));
            sql.sqlPart(" and ");
            words.remove(leading);
        }
        sql.sqlPart(wanted.deleted() ? "c.deleted_at is not null" : "c.deleted_at is null");
        for (String word : words) {
            sql.sqlPart(" and exists (select 1 from customer_token t where t.customer_id = c.id and t.token >= ");
            sql.value(word)
                    .sqlPart(" and t.token < ")
                    .value(SearchTokens.after(word))
                    .sqlPart(")");
        }
        narrow(sql, wanted);
        return sql.add(access.scope(Permission.CUSTOMER_VIEW).andReached());
    }

    private void narrow(SqlText sql, CustomerList wanted) {
        equal(sql, "c.external_id", wanted.externalId());
        equal(sql, "c.kind", wanted.kind());
        equal(sql, "c.stage", wanted.stage());
        equal(sql, "c.preferred_language", wanted.language());
        equal(sql, "c.country", wanted.country());
        since(sql, "c.created_at", wanted.createdSince());
        since(sql, "c.changed_at", wanted.changedSince());
        wanted.more().forEach((name, value) -> {
            CustomerFilter filter = filters.require(name, value);
            sql.sqlPart(" and ").add(filter.condition(value));
        });
        if (wanted.owner() == null) {
            return;
        }
        switch (wanted.owner()) {
            case ME -> sql.sqlPart(" and c.owner_id = ").value(caller.get().accountId());
            case TEAM -> sql.sqlPart(" and c.team_id = ").value(team());
            case NOBODY -> sql.sqlPart(" and c.owner_id is null");
        }
    }

    private Long team() {
        Long team = caller.get().teamId();
        return team == null ? Long.valueOf(-1) : team;
    }

    private String leadingWord(List<String> words) {
        String rarest = null;
        long fewest = RARE;
        for (String word : words) {
            long matches = matches(word);
            if (matches < fewest) {
                fewest = matches;
                rarest = word;
            }
        }
        return rarest;
    }

    private long matches(String word) {
        Query query = em.createNativeQuery("select count(*) from (select customer_id from customer_token"
                + " where token >= ?1 and token < ?2 fetch first 5000 rows only) matched");
        query.setParameter(1, word).setParameter(2, SearchTokens.after(word));
        return ((Number) query.getSingleResult()).longValue();
    }

    private static void equal(SqlText sql, String column, Object value) {
        if (value != null) {
            sql.sqlPart(" and " + column + " = ").value(value);
        }
    }

    private static void since(SqlText sql, String column, Instant instant) {
        if (instant != null) {
            sql.sqlPart(" and " + column + " >= ").value(instant);
        }
    }

    private List<Long> ids(SqlText sql, int first, int size) {
        sql.sqlPart(" offset ").value(first).sqlPart(" rows fetch next ").value(size);
        sql.sqlPart(" rows only");
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        return rows.stream()
                .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                .toList();
    }
}

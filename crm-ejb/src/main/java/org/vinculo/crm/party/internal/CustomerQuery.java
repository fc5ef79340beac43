package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.CustomerSort;

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
        Statement sql = select(wanted, "select ", "c.id, " + sort.column());
        String direction = ascending ? "" : " desc";
        sql.append(" order by " + sort.column() + direction + ", c.id" + direction);
        return sql.ids(first, size);
    }

    /** The next customers by name after a given one; null and 0 for the first. */
    public List<Long> idsAfter(CustomerList wanted, String sortName, long id, int size) {
        Statement sql = select(wanted, "select ", "c.id, c.sort_name");
        if (sortName != null) {
            sql.append(" and (c.sort_name > ").value(sortName);
            sql.append(" or (c.sort_name = ").value(sortName);
            sql.append(" and c.id > ").value(id).append("))");
        }
        sql.append(" order by c.sort_name, c.id");
        return sql.ids(0, size);
    }

    /** How many there are, but no more than {@code cap}. */
    public long count(CustomerList wanted, int cap) {
        Statement inner = select(wanted, "select count(*) from (select ", "c.id");
        inner.append(" fetch first " + cap + " rows only) counted");
        return ((Number) inner.query().getSingleResult()).longValue();
    }

    private Statement select(CustomerList wanted, String start, String columns) {
        List<String> words = new ArrayList<>(SearchTokens.wanted(wanted.q()));
        String leading = leadingWord(words);
        Statement sql = new Statement(start + (leading == null ? "" : "distinct ") + columns);
        if (leading == null) {
            sql.append(" from customer c where ");
        } else {
            sql.append(" from --DERBY-PROPERTIES joinOrder=FIXED\n customer_token lead_token"
                    + " inner join customer c on c.id = lead_token.customer_id where lead_token.token >= ");
            sql.value(leading).append(" and lead_token.token < ").value(SearchTokens.after(leading));
            sql.append(" and ");
            words.remove(leading);
        }
        sql.append(wanted.deleted() ? "c.deleted_at is not null and c.merged_into_id is null" : "c.deleted_at is null");
        for (String word : words) {
            sql.append(" and exists (select 1 from customer_token t where t.customer_id = c.id and t.token >= ");
            sql.value(word)
                    .append(" and t.token < ")
                    .value(SearchTokens.after(word))
                    .append(")");
        }
        narrow(sql, wanted);
        reach(sql);
        return sql;
    }

    private void narrow(Statement sql, CustomerList wanted) {
        sql.equal("c.external_id", wanted.externalId());
        sql.equal("c.kind", wanted.kind() == null ? null : wanted.kind().name());
        sql.equal("c.stage", wanted.stage() == null ? null : wanted.stage().name());
        sql.equal("c.preferred_language", wanted.language());
        sql.equal("c.country", wanted.country());
        sql.since("c.created_at", wanted.createdSince());
        sql.since("c.changed_at", wanted.changedSince());
        wanted.more().forEach((name, value) -> {
            CustomerFilter filter = filters.require(name, value);
            sql.append(" and " + filter.sql()).value(value).append(")");
        });
        if (wanted.owner() == null) {
            return;
        }
        switch (wanted.owner()) {
            case ME -> sql.append(" and c.owner_id = ").value(caller.get().accountId());
            case TEAM -> sql.append(" and c.team_id = ").value(team());
            case NOBODY -> sql.append(" and c.owner_id is null");
        }
    }

    private void reach(Statement sql) {
        CustomerScope scope = access.scope(Permission.CUSTOMER_VIEW);
        switch (scope.reach()) {
            case ALL -> {}
            case OWN -> sql.append(" and c.owner_id = ").value(scope.accountId());
            case TEAM ->
                sql.append(" and (c.owner_id = ")
                        .value(scope.accountId())
                        .append(" or c.team_id = ")
                        .value(team())
                        .append(")");
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

    /** SQL out of constants, with every value a parameter. */
    private final class Statement {

        private final StringBuilder sql;
        private final List<Object> values = new ArrayList<>();

        Statement(String start) {
            sql = new StringBuilder(start);
        }

        Statement append(String part) {
            sql.append(part);
            return this;
        }

        Statement value(Object value) {
            values.add(value);
            sql.append('?').append(values.size());
            return this;
        }

        void equal(String column, Object value) {
            if (value != null) {
                append(" and " + column + " = ").value(value);
            }
        }

        void since(String column, java.time.Instant instant) {
            if (instant != null) {
                append(" and " + column + " >= ")
                        .value(java.time.LocalDateTime.ofInstant(instant, java.time.ZoneOffset.UTC));
            }
        }

        Query query() {
            Query query = em.createNativeQuery(sql.toString());
            for (int i = 0; i < values.size(); i++) {
                query.setParameter(i + 1, values.get(i));
            }
            return query;
        }

        List<Long> ids(int first, int size) {
            append(" offset ")
                    .value(first)
                    .append(" rows fetch next ")
                    .value(size)
                    .append(" rows only");
            List<?> rows = query().getResultList();
            return rows.stream()
                    .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                    .toList();
        }
    }
}

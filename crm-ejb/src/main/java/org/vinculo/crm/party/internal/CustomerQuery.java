package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** So many of a thousand that have one word have the others too: then a walk through all soon fills a page. */
    private static final int OFTEN = 20;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerFilters filters;

    @Inject
    WordBook words;

    @Inject
    ConditionSql conditions;

    /**
     * Ids of customers.
     *
     * @param close whether nobody is written as was asked for, and these come close
     */
    public record Found(List<Long> ids, boolean close) {}

    public List<Long> ids(CustomerList wanted, CustomerSort sort, boolean ascending, int first, int size) {
        return found(wanted, sort, ascending, first, size).ids();
    }

    /** As {@link #ids}; whoever cannot be found as typed is looked for with one typing error. */
    public Found found(CustomerList wanted, CustomerSort sort, boolean ascending, int first, int size) {
        List<SearchTerm> terms = terms(wanted);
        List<Long> exact = ids(wanted, terms, sort, ascending, first, size);
        if (!exact.isEmpty()
                || terms.isEmpty()
                || first > 0 && !ids(wanted, terms, sort, true, 0, 1).isEmpty()) {
            return new Found(exact, false);
        }
        List<SearchTerm> widened = widened(terms);
        return widened.isEmpty()
                ? new Found(exact, false)
                : new Found(ids(wanted, widened, sort, ascending, first, size), true);
    }

    /** Those whose name begins as typed, in the order of names. */
    public List<Long> named(String beginning, int size) {
        ListSql sql = new ListSql(em, "select c.id, c.sort_name from customer c where c.deleted_at is null");
        sql.append(" and c.sort_name >= ").value(beginning);
        sql.append(" and c.sort_name < ").value(SearchTokens.after(beginning));
        reach(sql);
        sql.append(" order by c.sort_name, c.id");
        return sql.ids(0, size);
    }

    /** The next customers by name after a given one; null and 0 for the first. */
    public List<Long> idsAfter(CustomerList wanted, String sortName, long id, int size) {
        List<SearchTerm> terms = terms(wanted);
        List<Long> ids = idsAfter(wanted, terms, sortName, id, size);
        if (!ids.isEmpty()
                || terms.isEmpty()
                || !ids(wanted, terms, CustomerSort.NAME, true, 0, 1).isEmpty()) {
            return ids;
        }
        List<SearchTerm> widened = widened(terms);
        return widened.isEmpty() ? ids : idsAfter(wanted, widened, sortName, id, size);
    }

    private List<Long> idsAfter(CustomerList wanted, List<SearchTerm> terms, String sortName, long id, int size) {
        ListSql sql = select(wanted, terms, "select ", "c.id, c.sort_name");
        if (sortName != null) {
            sql.append(" and (c.sort_name > ").value(sortName);
            sql.append(" or (c.sort_name = ").value(sortName);
            sql.append(" and c.id > ").value(id).append("))");
        }
        sql.append(" order by c.sort_name, c.id");
        return sql.ids(0, size);
    }

    /**
     * The next customers by id after a given one, for work on all of a list. Only those written as was asked for: nobody is
     * changed because they come close.
     */
    public List<Long> idsAfter(CustomerList wanted, long id, int size) {
        ListSql sql = select(wanted, terms(wanted), "select ", "c.id, c.sort_name");
        sql.append(" and c.id > ").value(id).append(" order by c.id");
        return sql.ids(0, size);
    }

    /** As {@link #count}, without those who only come close. */
    public long countExact(CustomerList wanted, int cap) {
        return count(wanted, terms(wanted), cap);
    }

    /** How many there are, but no more than {@code cap}. */
    public long count(CustomerList wanted, int cap) {
        List<SearchTerm> terms = terms(wanted);
        long exact = count(wanted, terms, cap);
        if (exact > 0 || terms.isEmpty()) {
            return exact;
        }
        List<SearchTerm> widened = widened(terms);
        return widened.isEmpty() ? 0 : count(wanted, widened, cap);
    }

    private long count(CustomerList wanted, List<SearchTerm> terms, int cap) {
        if (terms.stream().anyMatch(SearchTerm::isNowhere)) {
            return 0;
        }
        if (!terms.isEmpty()) {
            ListSql led = select(wanted, terms, "select count(distinct id) from (select ", "c.id as id", rarest(terms), false);
            led.append(" fetch first " + 2L * cap + " rows only) counted");
            return Math.min(cap, ((Number) led.query().getSingleResult()).longValue());
        }
        ListSql inner = select(wanted, terms, "select count(*) from (select ", "c.id");
        inner.append(" fetch first " + cap + " rows only) counted");
        return ((Number) inner.query().getSingleResult()).longValue();
    }

    private List<Long> ids(
            CustomerList wanted, List<SearchTerm> terms, CustomerSort sort, boolean ascending, int first, int size) {
        if (terms.stream().anyMatch(SearchTerm::isNowhere)) {
            return List.of();
        }
        ListSql sql = select(wanted, terms, "select ", "c.id, " + sort.column());
        String direction = ascending ? "" : " desc";
        sql.append(" order by " + sort.column() + direction + ", c.id" + direction);
        return sql.ids(first, size);
    }

    private ListSql select(CustomerList wanted, List<SearchTerm> terms, String start, String columns) {
        return select(wanted, terms, start, columns, leading(terms), true);
    }

    /** The word whose matches are gone through; null when it is cheaper to walk the customers in their order. */
    private SearchTerm leading(List<SearchTerm> terms) {
        SearchTerm rarest = rarest(terms);
        if (rarest == null || rarest.matches() < RARE) {
            return rarest;
        }
        return terms.size() == 1 || together(terms, rarest) >= OFTEN ? null : rarest;
    }

    private static SearchTerm rarest(List<SearchTerm> terms) {
        return terms.stream()
                .min(Comparator.comparingLong(SearchTerm::matches)
                        .thenComparing(term -> -term.word().length()))
                .orElse(null);
    }

    /** Of the first thousand with one word, how many have the others too: often enough, and a walk soon fills a page. */
    private long together(List<SearchTerm> terms, SearchTerm rarest) {
        ListSql sql = new ListSql(em, "select count(*) from (select l.customer_id from customer_token l where ");
        token(sql, "l.token", rarest);
        sql.append(" fetch first 1000 rows only) c where 1 = 1");
        for (SearchTerm term : terms) {
            if (term != rarest) {
                sql.append(" and exists (select 1 from customer_token t where t.customer_id = c.customer_id and ");
                token(sql, "t.token", term);
                sql.append(")");
            }
        }
        return ((Number) sql.query().getSingleResult()).longValue();
    }

    private static void token(ListSql sql, String column, SearchTerm term) {
        if (term.spellings().isEmpty()) {
            sql.append(column + " >= ").value(term.word());
            sql.append(" and " + column + " < ").value(SearchTokens.after(term.word()));
        } else {
            sql.append(column + " in (").values(term.spellings()).append(")");
        }
    }

    private ListSql select(
            CustomerList wanted,
            List<SearchTerm> terms,
            String start,
            String columns,
            SearchTerm leading,
            boolean once) {
        ListSql sql = new ListSql(em, start + (leading == null || !once ? "" : "distinct ") + columns);
        if (leading == null) {
            sql.append(" from customer c where ");
        } else {
            sql.append(" from --DERBY-PROPERTIES joinOrder=FIXED\n customer_token lead_token"
                    + " inner join customer c on c.id = lead_token.customer_id where ");
            token(sql, "lead_token.token", leading);
            sql.append(" and ");
        }
        sql.append(wanted.deleted() ? "c.deleted_at is not null" : "c.deleted_at is null");
        for (SearchTerm term : terms) {
            if (term == leading) {
                continue;
            }
            sql.append(" and exists (select 1 from customer_token t where t.customer_id = c.id and ");
            token(sql, "t.token", term);
            sql.append(")");
        }
        narrow(sql, wanted);
        reach(sql);
        return sql;
    }

    private List<SearchTerm> terms(CustomerList wanted) {
        return SearchTokens.wanted(wanted.q()).stream()
                .map(word -> new SearchTerm(word, List.of(), matches(word)))
                .toList();
    }

    /** The words with one typing error each; empty when nothing comes close to one of them. */
    private List<SearchTerm> widened(List<SearchTerm> terms) {
        List<SearchTerm> widened = new ArrayList<>();
        for (SearchTerm term : terms) {
            List<String> close = words.close(term.word());
            if (!close.isEmpty()) {
                widened.add(new SearchTerm(term.word(), close, matches(close)));
            } else if (term.isNowhere()) {
                return List.of();
            } else {
                widened.add(term);
            }
        }
        return widened;
    }

    private void narrow(ListSql sql, CustomerList wanted) {
        sql.equal("c.external_id", wanted.externalId());
        sql.equal("c.kind", wanted.kind() == null ? null : wanted.kind().name());
        sql.equal("c.stage", wanted.stage() == null ? null : wanted.stage().name());
        sql.equal("c.preferred_language", wanted.language());
        sql.equal("c.country", wanted.country());
        sql.since("c.created_at", wanted.createdSince());
        sql.since("c.changed_at", wanted.changedSince());
        if (wanted.where() != null) {
            sql.append(" and ");
            conditions.append(sql, wanted.where());
        }
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

    private void reach(ListSql sql) {
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

    private long matches(String word) {
        Query query = em.createNativeQuery("select count(*) from (select customer_id from customer_token"
                + " where token >= ?1 and token < ?2 fetch first 5000 rows only) matched");
        query.setParameter(1, word).setParameter(2, SearchTokens.after(word));
        return ((Number) query.getSingleResult()).longValue();
    }

    private long matches(List<String> spellings) {
        ListSql sql = new ListSql(em, "select count(*) from (select customer_id from customer_token where token in (");
        sql.values(spellings).append(") fetch first 5000 rows only) matched");
        return ((Number) sql.query().getSingleResult()).longValue();
    }
}

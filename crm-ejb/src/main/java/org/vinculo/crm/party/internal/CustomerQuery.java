package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerSort;
import org.vinculo.crm.party.internal.CustomerOrder.Place;
import org.vinculo.crm.shared.Plenty;
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

    /** Up to here the matches of a word are cheaper to sort than the customers are to walk, however many there are. */
    static final int RARE = 5000;

    /** The same where the matches are read and sorted from their index alone, at a fraction of the cost. */
    private static final int RARE_BY_NAME = 2 * RARE;

    /** Up to here customers are sorted in memory when the database has no index for their order. */
    private static final int FEW = CustomerRows.COUNTED;

    /** From here on a page is found sooner by going through everybody in order than by sorting all that are wanted. */
    private static final int MANY = 2000;

    /** So many of a thousand that have one word have the others too: then a walk through all soon fills a page. */
    private static final int OFTEN = 20;

    /** Left to itself, Derby reads all words of everybody once to look a few up. */
    private static final String ALSO = " and exists (select 1 from search_customer t"
            + " --DERBY-PROPERTIES constraint=search_customer_pk, joinStrategy=NESTEDLOOP\n";

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

    @Inject
    Plenty plenty;

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
        return found(wanted, first > 0, terms -> ids(wanted, terms, sort, ascending, first, size));
    }

    private Found found(CustomerList wanted, boolean goesOn, Function<List<SearchTerm>, List<Long>> read) {
        List<SearchTerm> terms = terms(wanted);
        List<Long> exact = read.apply(terms);
        if (!exact.isEmpty()
                || terms.isEmpty()
                || goesOn && !ids(wanted, terms, CustomerSort.NAME, true, 0, 1).isEmpty()) {
            return new Found(exact, false);
        }
        List<SearchTerm> widened = widened(terms);
        return widened.isEmpty() ? new Found(exact, false) : new Found(read.apply(widened), true);
    }

    /** A page in an order that may come from another room. */
    List<Long> ids(CustomerList wanted, CustomerOrder order, int first, int size) {
        return found(wanted, first > 0, terms -> {
                    List<Place> few = few(wanted, terms, order);
                    List<Place> page = few == null
                            ? walk(wanted, terms, order).page(first, size)
                            : few.subList(Math.min(first, few.size()), Math.min(first + size, few.size()));
                    return page.stream().map(Place::id).toList();
                })
                .ids();
    }

    /** The next customers after a place in an order; null for the first. */
    List<Place> after(CustomerList wanted, CustomerOrder order, Place last, int size) {
        List<Place> places = new ArrayList<>();
        found(wanted, last != null, terms -> {
            List<Place> few = few(wanted, terms, order);
            places.addAll(
                    few == null
                            ? walk(wanted, terms, order).after(last, size)
                            : few.stream()
                                    .filter(each ->
                                            last == null || order.comparator().compare(each, last) > 0)
                                    .limit(size)
                                    .toList());
            return places.stream().map(Place::id).toList();
        });
        return places;
    }

    /**
     * All of them in order when they are so few that they are cheaper to sort than to come across on a walk through everybody;
     * null when they are many.
     */
    private List<Place> few(CustomerList wanted, List<SearchTerm> terms, CustomerOrder order) {
        if (terms.stream().anyMatch(SearchTerm::isNowhere)) {
            return List.of();
        }
        if (order.isPlain() && leading(terms, RARE) == null
                || isEverybody(wanted)
                || count(wanted, terms, FEW + 1) > FEW) {
            return null;
        }
        SqlText sql = select(
                wanted,
                terms,
                "select ",
                "c.id, " + order.column() + ", c.sort_name",
                rarest(terms),
                true,
                order.isOfAnotherRoom() ? " left join " + order.path() + " s on s.customer_id = c.id" : "");
        sql.sqlPart(" fetch first " + (FEW + 1) + " rows only");
        List<?> rows = query(sql).getResultList();
        Comparator<Place> comparator = order.comparator();
        return rows.size() > FEW
                ? null
                : rows.stream()
                        .map(row -> CustomerWalk.place((Object[]) row, order.kind()))
                        .sorted(comparator)
                        .toList();
    }

    private boolean isEverybody(CustomerList wanted) {
        return wanted.equals(CustomerList.ALL) && caller.scope(Permission.CUSTOMER_VIEW) == Scope.ALL;
    }

    private CustomerWalk walk(CustomerList wanted, List<SearchTerm> terms, CustomerOrder order) {
        return new CustomerWalk(em, order, (columns, part) -> {
            SqlText sql = SqlText.empty().sqlPart("select ").add(columns);
            if (part == CustomerWalk.Part.WITHOUT_VALUE) {
                sql.sqlPart(" from ").add(CustomerSort.NAME.path(true)).sqlPart(" where ");
            } else if (order.isOfAnotherRoom()) {
                sql.sqlPart(" from --DERBY-PROPERTIES joinOrder=FIXED\n " + order.path()
                        + " s inner join customer c --DERBY-PROPERTIES index=customer_there, joinStrategy=NESTEDLOOP\n"
                        + " on c.id = s.customer_id where ");
            } else {
                boolean led = order.hasLevels() || walks(wanted, terms);
                sql.sqlPart(" from ").sqlPart(led ? order.path() : "customer c").sqlPart(" where ");
            }
            narrow(sql, wanted, terms, null);
            if (part == CustomerWalk.Part.WITHOUT_VALUE && order.isOfAnotherRoom()) {
                sql.sqlPart(" and not exists (select 1 from " + order.path() + " s where s.customer_id = c.id and "
                        + order.column() + " is not null)");
            } else if (part == CustomerWalk.Part.WITHOUT_VALUE) {
                sql.sqlPart(" and " + order.column() + " is null");
            }
            return sql;
        });
    }

    /** Those whose name begins as typed, in the order of names. */
    public List<Long> named(String beginning, int size) {
        SqlText sql = SqlText.empty().sqlPart("select c.id, c.sort_name from customer c where c.deleted_at is null");
        sql.sqlPart(" and c.sort_name >= ").value(beginning);
        sql.sqlPart(" and c.sort_name < ").value(SearchTokens.after(beginning));
        sql.add(access.scope(Permission.CUSTOMER_VIEW).andReached());
        sql.sqlPart(" order by c.sort_name, c.id");
        return ids(sql, 0, size);
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
        SqlText sql = walks(wanted, terms)
                ? walk(wanted, terms, CustomerSort.NAME, true)
                : select(wanted, terms, "select ", "c.id, c.sort_name");
        if (sortName != null) {
            sql.sqlPart(" and c.sort_name >= ").value(sortName);
            sql.sqlPart(" and (c.sort_name > ").value(sortName);
            sql.sqlPart(" or c.id > ").value(id).sqlPart(")");
        }
        sql.sqlPart(" order by c.sort_name, c.id");
        return ids(sql, 0, size);
    }

    /**
     * The next customers by id after a given one, for work on all of a list. Only those written as was asked for: nobody is
     * changed because they come close.
     */
    public List<Long> idsAfter(CustomerList wanted, long id, int size) {
        SqlText sql = select(wanted, terms(wanted), "select ", "c.id, c.sort_name");
        sql.sqlPart(" and c.id > ").value(id).sqlPart(" order by c.id");
        return ids(sql, 0, size);
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
            String start = "select count(distinct id) from (select ";
            SqlText led = isAllOfThem(wanted)
                    ? listed(start + "l.customer_id as id", terms, rarest(terms))
                    : select(wanted, terms, start, "c.id as id", rarest(terms), false, "");
            led.sqlPart(" fetch first " + 2L * cap + " rows only) counted");
            return Math.min(cap, counted(led, cap));
        }
        SqlText inner = select(wanted, terms, "select count(*) from (select ", "c.id");
        inner.sqlPart(" fetch first " + cap + " rows only) counted");
        return counted(inner, cap);
    }

    private long counted(SqlText sql, long limit) {
        return plenty.count(sql, limit, () -> ((Number) query(sql).getSingleResult()).longValue());
    }

    private List<Long> ids(
            CustomerList wanted, List<SearchTerm> terms, CustomerSort sort, boolean ascending, int first, int size) {
        if (terms.stream().anyMatch(SearchTerm::isNowhere)) {
            return List.of();
        }
        boolean byName = sort == CustomerSort.NAME && ascending;
        boolean fromWords = byName && isAllOfThem(wanted);
        SearchTerm leading = leading(terms, fromWords ? RARE_BY_NAME : RARE);
        if (leading != null && fromWords) {
            SqlText named = listed("select distinct l.customer_id, l.list_name", terms, leading);
            return ids(named.sqlPart(" order by l.list_name, l.customer_id"), first, size);
        }
        SqlText sql = leading == null && (byName && isOneFilter(wanted) || isMany(wanted, terms))
                ? walk(wanted, terms, sort, ascending)
                : select(wanted, terms, "select ", "c.id, " + sort.column(), leading, true, "");
        String direction = ascending ? "" : " desc";
        sql.sqlPart(" order by " + sort.column() + direction + ", c.id" + direction);
        return ids(sql, first, size);
    }

    /** Those with the words, from the index of the words alone. */
    private static SqlText listed(String columns, List<SearchTerm> terms, SearchTerm leading) {
        SqlText sql = SqlText.empty()
                .sqlPart(columns)
                .sqlPart(" from search_customer l --DERBY-PROPERTIES index=search_customer_list\n"
                        + " where l.list_name is not null and ");
        token(sql, "l.token", leading);
        for (SearchTerm term : terms) {
            if (!term.equals(leading)) {
                sql.sqlPart(ALSO + " where t.customer_id = l.customer_id and ");
                token(sql, "t.token", term);
                sql.sqlPart(")");
            }
        }
        return sql;
    }

    /** Whether so many are wanted that a page is soon filled by going through everybody in the order of the list. */
    private boolean walks(CustomerList wanted, List<SearchTerm> terms) {
        return leading(terms, RARE) == null && isMany(wanted, terms);
    }

    private boolean isMany(CustomerList wanted, List<SearchTerm> terms) {
        return !terms.isEmpty() || isEverybody(wanted) || count(wanted, terms, MANY) == MANY;
    }

    private SqlText walk(CustomerList wanted, List<SearchTerm> terms, CustomerSort sort, boolean ascending) {
        SqlText sql = SqlText.empty().sqlPart("select c.id, ").sqlPart(sort.column());
        boolean byName = sort == CustomerSort.NAME && ascending;
        sql.sqlPart(" from ")
                .add(byName ? byName(wanted) : sort.path(ascending))
                .sqlPart(" where ");
        narrow(sql, wanted, terms, null);
        return sql;
    }

    /** Everybody in the order of names, or those of one filter, where it has an index in that order. */
    private static SqlText byName(CustomerList wanted) {
        if (wanted.country() != null) {
            return SqlText.empty().sqlPart("customer c --DERBY-PROPERTIES index=customer_country\n");
        }
        if (wanted.language() != null) {
            return SqlText.empty().sqlPart("customer c --DERBY-PROPERTIES index=customer_language\n");
        }
        if (wanted.stage() != null) {
            return SqlText.empty().sqlPart("customer c --DERBY-PROPERTIES index=customer_stage\n");
        }
        return wanted.kind() == null
                ? CustomerSort.NAME.path(true)
                : SqlText.empty().sqlPart("customer c --DERBY-PROPERTIES index=customer_kind\n");
    }

    /** Whether nothing narrows the list but one filter that has its index. */
    private boolean isOneFilter(CustomerList wanted) {
        return caller.scope(Permission.CUSTOMER_VIEW) == Scope.ALL
                && wanted.narrowings() == 1
                && Stream.of(wanted.country(), wanted.language(), wanted.stage(), wanted.kind())
                        .anyMatch(Objects::nonNull);
    }

    private SqlText select(CustomerList wanted, List<SearchTerm> terms, String start, String columns) {
        return select(wanted, terms, start, columns, leading(terms, RARE), true, "");
    }

    /** The word whose matches are gone through; null when it is cheaper to walk the customers in their order. */
    private SearchTerm leading(List<SearchTerm> terms, int rare) {
        SearchTerm rarest = rarest(terms);
        if (rarest == null || rarest.matches() < rare) {
            return rarest;
        }
        return terms.size() == 1 || together(terms, rarest) >= OFTEN ? null : rarest;
    }

    /** Whether nothing but the words narrows the list. */
    private boolean isAllOfThem(CustomerList wanted) {
        return wanted.equals(CustomerList.search(wanted.q())) && caller.scope(Permission.CUSTOMER_VIEW) == Scope.ALL;
    }

    private static SearchTerm rarest(List<SearchTerm> terms) {
        return terms.stream()
                .min(Comparator.comparingLong(SearchTerm::matches)
                        .thenComparing(term -> -term.word().length()))
                .orElse(null);
    }

    /** Of the first thousand with one word, how many have the others too: often enough, and a walk soon fills a page. */
    private long together(List<SearchTerm> terms, SearchTerm rarest) {
        SqlText sql =
                SqlText.empty().sqlPart("select count(*) from (select l.customer_id from search_customer l where ");
        token(sql, "l.token", rarest);
        sql.sqlPart(" fetch first 1000 rows only) c where 1 = 1");
        for (SearchTerm term : terms) {
            if (!term.equals(rarest)) {
                sql.sqlPart(ALSO + " where t.customer_id = c.customer_id and ");
                token(sql, "t.token", term);
                sql.sqlPart(")");
            }
        }
        return ((Number) query(sql).getSingleResult()).longValue();
    }

    private static void token(SqlText sql, String column, SearchTerm term) {
        if (term.spellings().isEmpty()) {
            sql.sqlPart(column + " >= ").value(term.word());
            sql.sqlPart(" and " + column + " < ").value(SearchTokens.after(term.word()));
        } else {
            sql.sqlPart(column + " in (").values(term.spellings()).sqlPart(")");
        }
    }

    private SqlText select(
            CustomerList wanted,
            List<SearchTerm> terms,
            String start,
            String columns,
            SearchTerm leading,
            boolean once,
            String join) {
        SqlText sql = SqlText.empty().sqlPart(start + (leading == null || !once ? "" : "distinct ") + columns);
        if (leading == null) {
            sql.sqlPart(" from customer c" + join + " where ");
        } else {
            sql.sqlPart(" from --DERBY-PROPERTIES joinOrder=FIXED\n search_customer lead_token"
                    + " inner join customer c on c.id = lead_token.customer_id" + join + " where ");
            token(sql, "lead_token.token", leading);
            sql.sqlPart(" and ");
        }
        narrow(sql, wanted, terms, leading);
        return sql;
    }

    private void narrow(SqlText sql, CustomerList wanted, List<SearchTerm> terms, SearchTerm leading) {
        sql.sqlPart(
                wanted.deleted() ? "c.deleted_at is not null and c.merged_into_id is null" : "c.deleted_at is null");
        for (SearchTerm term : terms) {
            if (term.equals(leading)) {
                continue;
            }
            sql.sqlPart(ALSO + " where t.customer_id = c.id and ");
            token(sql, "t.token", term);
            sql.sqlPart(")");
        }
        narrow(sql, wanted);
        sql.add(access.scope(Permission.CUSTOMER_VIEW).andReached());
    }

    private List<SearchTerm> terms(CustomerList wanted) {
        return SearchTokens.wanted(wanted.q()).stream()
                .map(word -> counted(new SearchTerm(word, List.of(), 0)))
                .toList();
    }

    /** The words with one typing error each; empty when nothing comes close to one of them. */
    private List<SearchTerm> widened(List<SearchTerm> terms) {
        List<SearchTerm> widened = new ArrayList<>();
        for (SearchTerm term : terms) {
            List<String> close = words.close(term.word());
            if (!close.isEmpty()) {
                widened.add(counted(new SearchTerm(term.word(), close, 0)));
            } else if (term.isNowhere()) {
                return List.of();
            } else {
                widened.add(term);
            }
        }
        return widened;
    }

    private void narrow(SqlText sql, CustomerList wanted) {
        equal(sql, "c.external_id", wanted.externalId());
        equal(sql, "c.kind", wanted.kind());
        equal(sql, "c.stage", wanted.stage());
        equal(sql, "c.preferred_language", wanted.language());
        equal(sql, "c.country", wanted.country());
        since(sql, "c.created_at", wanted.createdSince());
        since(sql, "c.changed_at", wanted.changedSince());
        if (wanted.where() != null) {
            sql.sqlPart(" and ");
            conditions.append(sql, wanted.where());
        }
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

    private SearchTerm counted(SearchTerm term) {
        SqlText sql = SqlText.empty().sqlPart("select count(*) from (select customer_id from search_customer l where ");
        token(sql, "l.token", term);
        sql.sqlPart(" fetch first " + RARE_BY_NAME + " rows only) matched");
        return new SearchTerm(term.word(), term.spellings(), counted(sql, RARE_BY_NAME));
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

    private Query query(SqlText sql) {
        return sql.fill(em.createNativeQuery(sql.sql()));
    }

    private List<Long> ids(SqlText sql, int first, int size) {
        sql.sqlPart(" offset ").value(first).sqlPart(" rows fetch next ").value(size);
        sql.sqlPart(" rows only");
        List<?> rows = query(sql).getResultList();
        return rows.stream()
                .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                .toList();
    }
}

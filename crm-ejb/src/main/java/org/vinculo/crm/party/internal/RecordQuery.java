package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.SearchRecords;

/** Finds records of other rooms whose customer the caller reaches; the newest first. */
@ApplicationScoped
public class RecordQuery {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    /** Ids in the order of the latest; the first word leads, since the longest is the rarest. */
    public List<Long> ids(SearchRecords records, String q, int first, int size) {
        List<String> words = SearchTokens.wanted(q);
        if (words.isEmpty()) {
            return List.of();
        }
        CustomerScope scope = access.scope(records.permission());
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select distinct r.record_id from --DERBY-PROPERTIES joinOrder=FIXED\n"
                + " search_record r inner join customer c on c.id = r.customer_id"
                + " where r.kind = ?1 and r.token >= ?2 and r.token < ?3 and c.deleted_at is null");
        values.add(records.kind());
        values.add(words.get(0));
        values.add(SearchTokens.after(words.get(0)));
        for (String word : words.subList(1, words.size())) {
            sql.append(
                    " and exists (select 1 from search_record o where o.kind = r.kind and o.record_id = r.record_id");
            sql.append(" and o.token >= ?");
            sql.append(place(values, word));
            sql.append(" and o.token < ?");
            sql.append(place(values, SearchTokens.after(word)));
            sql.append(")");
        }
        switch (scope.reach()) {
            case ALL -> {}
            case OWN -> {
                sql.append(" and c.owner_id = ?");
                sql.append(place(values, scope.accountId()));
            }
            case TEAM -> {
                sql.append(" and (c.owner_id = ?");
                sql.append(place(values, scope.accountId()));
                sql.append(" or c.team_id = ?");
                sql.append(place(values, scope.teamId() == null ? Long.valueOf(-1) : scope.teamId()));
                sql.append(")");
            }
        }
        sql.append(" order by r.record_id desc offset ?");
        sql.append(place(values, first));
        sql.append(" rows fetch next ?");
        sql.append(place(values, size));
        sql.append(" rows only");
        Query query = em.createNativeQuery(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    private static int place(List<Object> values, Object value) {
        values.add(value);
        return values.size();
    }
}

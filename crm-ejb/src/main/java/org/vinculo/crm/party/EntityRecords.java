package org.vinculo.crm.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.BaseEntity;

/** Records of the search that are entities of their own. */
public abstract class EntityRecords<E extends BaseEntity> implements SearchRecords {

    private static final String ID = "id";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    private final Class<E> type;

    protected EntityRecords(Class<E> type) {
        this.type = type;
    }

    @Override
    public Map<Long, SearchHit> hits(Collection<Long> recordIds) {
        return shown(present(recordIds));
    }

    @Override
    public List<Long> ids(long afterId, int size) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<E> record = query.from(type);
        query.select(record.get(ID))
                .where(builder.greaterThan(record.get(ID), afterId))
                .orderBy(builder.asc(record.get(ID)));
        return em.createQuery(query).setMaxResults(size).getResultList();
    }

    @Override
    public List<SearchIndex.Entry> entries(Collection<Long> recordIds) {
        return words(present(recordIds));
    }

    /** Which of the entities are found at all. */
    protected abstract Predicate present(Root<E> record, CriteriaBuilder builder);

    /** The entities as they are shown, by their ids. */
    protected abstract Map<Long, SearchHit> shown(List<E> records);

    /** What the entities are found by. */
    protected abstract List<SearchIndex.Entry> words(List<E> records);

    private List<E> present(Collection<Long> ids) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<E> query = builder.createQuery(type);
        Root<E> record = query.from(type);
        query.select(record).where(record.get(ID).in(ids), present(record, builder));
        return em.createQuery(query).getResultList();
    }
}

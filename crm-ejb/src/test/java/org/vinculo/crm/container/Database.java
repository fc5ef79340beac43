package org.vinculo.crm.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Looks into the database, and changes it behind the application's back. */
@Stateless
@PermitAll
public class Database {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public <T> List<T> query(Class<T> type, String text, Object... values) {
        var query = em.createQuery(text, type);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }

    public List<?> sql(String text) {
        return em.createNativeQuery(text).getResultList();
    }

    public int change(String text, Object... values) {
        var query = em.createQuery(text);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    public void store(Object entity) {
        em.persist(entity);
    }
}

package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignInView;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Reads the log of sign-ins, newest first. */
@ApplicationScoped
public class SignInLog {

    private static final int CAP = 10_000;
    private static final String SELECT = "select new org.vinculo.crm.identity.SignInView(e.id, e.realm, e.email,"
            + " a.displayName, e.outcome, e.madeAt, e.ip, e.userAgent)"
            + " from SignInEntry e left join Account a on a.id = e.accountId";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public List<SignInView> of(long accountId, int limit) {
        return em.createQuery(SELECT + " where e.accountId = :account order by e.id desc", SignInView.class)
                .setParameter("account", accountId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Of everybody; by address and outcome when given. */
    public Page<SignInView> page(String email, SignInOutcome outcome, PageRequest page) {
        String norm = Normal.email(email);
        String where =
                (norm == null ? "" : " and e.email = :email") + (outcome == null ? "" : " and e.outcome = :outcome");
        TypedQuery<Long> count =
                em.createQuery("select e.id from SignInEntry e where e.id > 0".concat(where), Long.class);
        TypedQuery<SignInView> rows = em.createQuery(
                SELECT.concat(" where e.id > 0").concat(where).concat(" order by e.madeAt desc, e.id desc"),
                SignInView.class);
        for (TypedQuery<?> query : List.of(count, rows)) {
            if (norm != null) {
                query.setParameter("email", norm);
            }
            if (outcome != null) {
                query.setParameter("outcome", outcome);
            }
        }
        int total = count.setMaxResults(CAP + 1).getResultList().size();
        List<SignInView> items =
                rows.setFirstResult(page.first()).setMaxResults(page.size()).getResultList();
        return new Page<>(items, Math.min(total, CAP), total > CAP);
    }
}

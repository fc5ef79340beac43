package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.entity.TierPolicyVersion;
import org.vinculo.crm.value.entity.ValuePolicy;

/** The versioned policies; the newest one counts, older ones stay to be read. */
@ApplicationScoped
public class Policies {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    private final Settled<ValueSettings> settings = new Settled<>();

    /** The settings that count. */
    public ValueSettings settings() {
        return settings.of(Standing.now(em).policy().orElseThrow(), id -> em.find(ValuePolicy.class, id)
                .settings());
    }

    public ValuePolicy value() {
        return ReadOnce.of(List.of(Policies.class, "value"), () -> em.createQuery(
                        "select p from ValuePolicy p where p.number = (select max(q.number) from ValuePolicy q)",
                        ValuePolicy.class)
                .getSingleResult());
    }

    public ValuePolicy value(int number) {
        return em.createQuery("select p from ValuePolicy p where p.number = :number", ValuePolicy.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    public TierPolicyVersion tier() {
        return ReadOnce.of(List.of(Policies.class, "tier"), () -> em.createQuery(
                        "select p from TierPolicyVersion p where p.number ="
                                + " (select max(q.number) from TierPolicyVersion q)",
                        TierPolicyVersion.class)
                .getSingleResult());
    }

    public Optional<TierPolicyVersion> tier(int number) {
        return em.createQuery("select p from TierPolicyVersion p where p.number = :number", TierPolicyVersion.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<TierPolicyVersion> tierVersions(int atMost) {
        return em.createQuery("select p from TierPolicyVersion p order by p.number desc", TierPolicyVersion.class)
                .setMaxResults(atMost)
                .getResultList();
    }

    public List<ValuePolicy> valueVersions(int atMost) {
        return em.createQuery("select p from ValuePolicy p order by p.number desc", ValuePolicy.class)
                .setMaxResults(atMost)
                .getResultList();
    }
}

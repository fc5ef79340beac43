package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import org.vinculo.crm.party.entity.CustomerRelation;
import org.vinculo.crm.party.internal.relation.PartnerBook;

/** Relations and partners for the rooms that bring them in, inside their transaction; nobody's reach is asked. */
@ApplicationScoped
public class RelationImport {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    PartnerBook partners;

    /** The caller vouches that companies form no ring. */
    public void relate(long from, RelationType type, long to, LocalDate since, String note, String by) {
        CustomerRelation relation = new CustomerRelation(from, type, to, clock.instant(), by);
        relation.holds(since, null, note);
        em.persist(relation);
    }

    public void partner(long customer, PartnerForm form) {
        partners.save(customer, form);
    }
}

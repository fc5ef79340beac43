package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.vinculo.crm.party.NeedForm;
import org.vinculo.crm.party.NeedView;
import org.vinculo.crm.party.entity.CustomerNeed;
import org.vinculo.crm.party.entity.Provenance;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Fields;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** Needs of a customer who was checked already; a need is only found under its own customer. */
@ApplicationScoped
public class NeedBook {

    private static final int TEXT_LENGTH = 1000;
    private static final int NOTE_LENGTH = 200;
    private static final int MOST = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CustomerWriter writer;

    public List<NeedView> list(long customerId) {
        return em.createQuery(
                        "select n from CustomerNeed n where n.customerId = :customer"
                                + " order by n.provenance.collectedAt desc, n.id desc",
                        CustomerNeed.class)
                .setParameter("customer", customerId)
                .setMaxResults(MOST)
                .getResultStream()
                .map(NeedBook::view)
                .toList();
    }

    public long count(long customerId) {
        return em.createQuery("select count(n) from CustomerNeed n where n.customerId = :customer", Long.class)
                .setParameter("customer", customerId)
                .getSingleResult();
    }

    public void save(long customerId, NeedForm form) {
        Fields fields = new Fields();
        String text = fields.text("text", form.getText(), TEXT_LENGTH);
        String note = fields.line("originNote", form.getOriginNote(), NOTE_LENGTH);
        if (text == null) {
            fields.wrong("text", "required");
        }
        if (form.getKind() == null) {
            fields.wrong("kind", "required");
        }
        if (form.getBasis() == null) {
            fields.wrong("basis", "required");
        }
        InvalidInput.throwIfAny(fields.errors());
        CustomerWriter.Source source = writer.source();
        Provenance provenance = new Provenance(source.origin(), clock.instant(), source.by());
        if (form.isNew()) {
            CustomerNeed need = new CustomerNeed(customerId, form.getKind(), text, form.getBasis(), provenance);
            need.learntFrom(note);
            em.persist(need);
            return;
        }
        CustomerNeed need = find(customerId, form.getPublicId());
        if (need.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        need.restate(form.getKind(), text, form.getBasis(), provenance);
        need.learntFrom(note);
    }

    public void confirm(long customerId, String publicId) {
        find(customerId, publicId).confirm(clock.instant(), writer.source().by());
    }

    public void remove(long customerId, String publicId) {
        em.remove(find(customerId, publicId));
    }

    private CustomerNeed find(long customerId, String publicId) {
        return em.createQuery(
                        "select n from CustomerNeed n where n.customerId = :customer and n.publicId = :publicId",
                        CustomerNeed.class)
                .setParameter("customer", customerId)
                .setParameter("publicId", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static NeedView view(CustomerNeed need) {
        Provenance provenance = need.getProvenance();
        return new NeedView(
                need.getPublicId(),
                need.getVersion(),
                need.getKind(),
                need.getBasis(),
                need.getText(),
                provenance.getOrigin(),
                need.getOriginNote(),
                provenance.getCollectedAt(),
                provenance.getCollectedBy(),
                need.getConfirmedAt(),
                need.getConfirmedBy());
    }
}

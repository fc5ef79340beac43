package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.consent.LedgerEntry;
import org.vinculo.crm.consent.entity.ConsentEvidence;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;

/** Writes and reads the ledger. It can add and read, nothing else. */
@ApplicationScoped
public class Ledger {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Wordings wordings;

    public ConsentEvidence add(ConsentEvidence.Line line) {
        ConsentEvidence evidence = line.write();
        em.persist(evidence);
        return evidence;
    }

    public ConsentEvidence require(long customerId, String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            throw new NotFound();
        }
        return em.createQuery(
                        "select e from ConsentEvidence e where e.publicId = :publicId and e.customerId = :customer",
                        ConsentEvidence.class)
                .setParameter("publicId", publicId)
                .setParameter("customer", customerId)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The history of a customer, newest first. */
    public Page<LedgerEntry> page(long customerId, PageRequest request, Locale locale) {
        long total = em.createQuery("select count(e) from ConsentEvidence e where e.customerId = :customer", Long.class)
                .setParameter("customer", customerId)
                .getSingleResult();
        TypedQuery<ConsentEvidence> query = em.createQuery(
                        "select e from ConsentEvidence e where e.customerId = :customer"
                                + " order by e.madeAt desc, e.id desc",
                        ConsentEvidence.class)
                .setParameter("customer", customerId)
                .setFirstResult(request.first())
                .setMaxResults(request.size());
        return new Page<>(views(customerId, query.getResultList(), locale), total, false);
    }

    /** The newest entries before a moment; at the same moment those with a lower id. */
    public List<LedgerEntry> before(long customerId, Instant at, long below, int limit, Locale locale) {
        List<ConsentEvidence> lines = em.createQuery(
                        "select e from ConsentEvidence e where e.customerId = :customer"
                                + " and (e.madeAt < :at or (e.madeAt = :at and e.id < :below))"
                                + " order by e.madeAt desc, e.id desc",
                        ConsentEvidence.class)
                .setParameter("customer", customerId)
                .setParameter("at", at)
                .setParameter("below", below)
                .setMaxResults(limit)
                .getResultList();
        return views(customerId, lines, locale);
    }

    List<LedgerEntry> views(long customerId, List<ConsentEvidence> lines, Locale locale) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Set<Long> disputed = disputedOf(customerId, lines);
        Map<String, String> titles = wordings.titles(locale);
        return lines.stream()
                .map(line -> view(line, titles, disputed.contains(line.getId())))
                .toList();
    }

    private Set<Long> disputedOf(long customerId, List<ConsentEvidence> lines) {
        List<Long> ids = lines.stream().map(ConsentEvidence::getId).toList();
        return new HashSet<>(em.createQuery(
                        "select e.refersTo.id from ConsentEvidence e"
                                + " where e.customerId = :customer and e.refersTo.id in :ids",
                        Long.class)
                .setParameter("customer", customerId)
                .setParameter("ids", ids)
                .getResultList());
    }

    private static LedgerEntry view(ConsentEvidence line, Map<String, String> titles, boolean disputed) {
        String purpose = line.getPurpose() == null ? null : line.getPurpose().getCode();
        return new LedgerEntry(
                line.getId(),
                line.getPublicId(),
                line.getMadeAt(),
                line.getTopic(),
                purpose,
                titles.get(purpose),
                line.getChannel(),
                line.getBeforeValue(),
                line.getAfterValue(),
                line.getActorKind(),
                line.getActorName(),
                line.getSource(),
                line.getToldOn(),
                line.getNote(),
                line.getWordingEdition(),
                line.getWordingLanguage(),
                line.getAddress(),
                line.getIp(),
                disputed);
    }
}

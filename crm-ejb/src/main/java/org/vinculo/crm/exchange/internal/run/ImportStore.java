package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.exchange.ImportNoteView;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.exchange.entity.ImportFile;
import org.vinculo.crm.exchange.entity.ImportJob;
import org.vinculo.crm.exchange.entity.ImportMemory;
import org.vinculo.crm.exchange.entity.ImportNote;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;

/** Reads imports as far as the caller's permission reaches: one's own, the team's, all. */
@ApplicationScoped
public class ImportStore {

    private static final int COUNTED = 10_000;
    private static final long NOBODY = -1;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    /** @throws NotFound when there is none or it is out of reach */
    public ImportFile file(String publicId) {
        return one("select f from ImportFile f where f.publicId = :id", ImportFile.class, publicId)
                .filter(file -> reaches(file.getUploaderId(), file.getTeamId()))
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound when there is none or it is out of reach */
    public ImportJob job(String publicId) {
        return one("select j from ImportJob j join fetch j.file where j.publicId = :id", ImportJob.class, publicId)
                .filter(job -> reaches(job.getStarterId(), job.getTeamId()))
                .orElseThrow(NotFound::new);
    }

    private <T> Optional<T> one(String jpql, Class<T> type, String publicId) {
        return PublicId.isWellFormed(publicId)
                ? em.createQuery(jpql, type)
                        .setParameter("id", publicId)
                        .getResultStream()
                        .findFirst()
                : Optional.empty();
    }

    private boolean reaches(Long ownerId, Long teamId) {
        Caller who = caller.get();
        return switch (caller.scope(Permission.IMPORT_RUN)) {
            case ALL -> true;
            case TEAM ->
                who.accountId() != null && who.accountId().equals(ownerId)
                        || who.teamId() != null && who.teamId().equals(teamId);
            case OWN -> who.accountId() != null && who.accountId().equals(ownerId);
        };
    }

    /** Newest first. */
    public Page<ImportView> page(PageRequest page) {
        List<ImportView> items = jobs(null, page.first(), page.size());
        int counted = bound(em.createQuery(
                        "select j.id from ImportJob j where 1 = 1" + reach() + " order by j.id desc", Long.class))
                .setMaxResults(COUNTED + 1)
                .getResultList()
                .size();
        return new Page<>(items, Math.min(counted, COUNTED), counted > COUNTED);
    }

    /** Newest first, those older than the one named; null for the newest of all. */
    public List<ImportView> after(String publicId, int limit) {
        Long before = publicId == null ? null : job(publicId).getId();
        return jobs(before, 0, limit);
    }

    private List<ImportView> jobs(Long below, int first, int limit) {
        TypedQuery<ImportJob> query = bound(em.createQuery(
                "select j from ImportJob j join fetch j.file where j.id < :below" + reach() + " order by j.id desc",
                ImportJob.class));
        return query.setParameter("below", below == null ? Long.valueOf(Long.MAX_VALUE) : below)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultStream()
                .map(ImportJob::view)
                .toList();
    }

    private String reach() {
        return switch (caller.scope(Permission.IMPORT_RUN)) {
            case ALL -> "";
            case TEAM -> " and (j.starterId = :account or j.teamId = :team)";
            case OWN -> " and j.starterId = :account";
        };
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> query) {
        Scope scope = caller.scope(Permission.IMPORT_RUN);
        if (scope != Scope.ALL) {
            query.setParameter("account", orNobody(caller.get().accountId()));
        }
        if (scope == Scope.TEAM) {
            query.setParameter("team", orNobody(caller.get().teamId()));
        }
        return query;
    }

    private static Long orNobody(Long id) {
        return id == null ? Long.valueOf(NOBODY) : id;
    }

    public Page<ImportNoteView> notes(ImportJob job, PageRequest page) {
        List<ImportNoteView> items = em.createQuery(
                        "select n from ImportNote n where n.importId = :job order by n.line, n.id", ImportNote.class)
                .setParameter("job", job.getId())
                .setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultStream()
                .map(ImportNote::view)
                .toList();
        int counted = em.createQuery(
                        "select n.id from ImportNote n where n.importId = :job order by n.line, n.id", Long.class)
                .setParameter("job", job.getId())
                .setMaxResults(COUNTED + 1)
                .getResultList()
                .size();
        return new Page<>(items, Math.min(counted, COUNTED), counted > COUNTED);
    }

    public Optional<ImportMemory> memory(String signature) {
        return em.createQuery("select m from ImportMemory m where m.signature = :signature", ImportMemory.class)
                .setParameter("signature", signature)
                .getResultStream()
                .findFirst();
    }
}

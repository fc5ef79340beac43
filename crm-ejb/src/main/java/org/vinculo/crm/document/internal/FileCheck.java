package org.vinculo.crm.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;

/**
 * Looks whether the bytes of every attached file are there, in the order of their ids, and notes those that are missing
 * until they are back. The checkpoint is the last id.
 */
@ApplicationScoped
public class FileCheck implements JobHandler {

    public static final String NAME = "file-check";

    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    FileStore store;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        long after = context.checkpoint() == null ? Long.MIN_VALUE : Long.parseLong(context.checkpoint());
        List<Object[]> files = em.createQuery(
                        "select a.id, a.hash, a.missingSince from Attachment a where a.id > :after"
                                + " and a.removedAt is null order by a.id",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (files.isEmpty()) {
            return JobStep.finished(context.done());
        }
        List<Long> lost = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        for (Object[] file : files) {
            boolean there = Files.isRegularFile(store.path((String) file[1]));
            if (there && file[2] != null) {
                back.add((Long) file[0]);
            } else if (!there && file[2] == null) {
                lost.add((Long) file[0]);
            }
        }
        note(lost, back);
        return JobStep.more(String.valueOf(files.get(files.size() - 1)[0]), context.done() + files.size(), 0);
    }

    private void note(List<Long> lost, List<Long> back) {
        if (!lost.isEmpty()) {
            em.createQuery("update Attachment a set a.missingSince = :now where a.id in :ids")
                    .setParameter("now", clock.instant())
                    .setParameter("ids", lost)
                    .executeUpdate();
        }
        if (!back.isEmpty()) {
            em.createQuery("update Attachment a set a.missingSince = null where a.id in :ids")
                    .setParameter("ids", back)
                    .executeUpdate();
        }
    }
}

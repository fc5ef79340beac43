package org.vinculo.crm.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.platform.entity.Job;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Long work as people watch it. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed("job.view")
public class JobService {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Jobs jobs;

    /** @throws NotFound when there is no such job */
    public JobView get(String publicId) {
        return jobs.find(publicId).orElseThrow(NotFound::new);
    }

    /** All jobs, newest first. */
    public Page<JobView> list(PageRequest page) {
        long total = em.createQuery("select count(j) from Job j", Long.class).getSingleResult();
        return new Page<>(
                em.createQuery("select j from Job j order by j.id desc", Job.class)
                        .setFirstResult(page.first())
                        .setMaxResults(page.size())
                        .getResultStream()
                        .map(Job::view)
                        .toList(),
                total,
                false);
    }

    /** Whether any job waits or runs. */
    public boolean isAnythingOpen() {
        return em.createQuery("select count(j) from Job j where j.state in :open", Long.class)
                        .setParameter("open", List.of(JobState.QUEUED, JobState.RUNNING))
                        .getSingleResult()
                > 0;
    }

    /** @throws NotFound when the job is over or does not exist */
    public void cancel(String publicId) {
        if (!jobs.cancel(publicId)) {
            throw new NotFound();
        }
    }
}

package org.vinculo.crm.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.List;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.activity.internal.TaskBook;

/** Takes in what was promised and planned elsewhere, as it was; nobody's permission is asked and nobody is told. */
@ApplicationScoped
public class ActivityImport {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public void promises(List<PromiseSeed> seeds) {
        for (PromiseSeed seed : seeds) {
            Promise promise = new Promise(seed.customerId(), seed.source(), null, seed.createdAt(), seed.by());
            promise.say(seed.what(), seed.dueOn(), seed.note());
            promise.give(seed.ownerId(), seed.teamId());
            if (seed.settledOn() != null && seed.reason() == null) {
                promise.keep(seed.settledOn(), seed.settledOn().atTime(15, 0).toInstant(ZoneOffset.UTC), seed.by());
            } else if (seed.settledOn() != null) {
                promise.withdraw(
                        seed.reason(),
                        seed.settledOn(),
                        seed.settledOn().atTime(15, 0).toInstant(ZoneOffset.UTC),
                        seed.by());
            }
            em.persist(promise);
        }
    }

    public void tasks(List<TaskSeed> seeds) {
        for (TaskSeed seed : seeds) {
            Task task = new Task(TaskOrigin.STAFF, seed.authorId(), seed.createdAt(), seed.by());
            task.about(seed.customerId());
            task.say(seed.title(), seed.note(), seed.priority());
            task.due(seed.dueOn(), TaskBook.dueAt(seed.dueOn(), seed.dueTime(), seed.zone()), seed.dueTime() != null);
            task.repeat(seed.repeats());
            task.give(seed.assigneeId(), seed.teamId());
            if (seed.doneAt() != null) {
                task.end(TaskState.DONE, seed.doneAt(), seed.by());
            }
            em.persist(task);
        }
    }
}

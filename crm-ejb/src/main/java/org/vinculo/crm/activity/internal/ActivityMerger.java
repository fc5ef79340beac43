package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Set;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** What was promised, planned and agreed with the merged record holds for the survivor. */
@ApplicationScoped
public class ActivityMerger implements CustomerMerger {

    private static final Set<String> TABLES = Set.of("promise", "task", "appointment", "appointment_guest");

    private static final String FOUND =
            "update search_record set customer_id = ?1 where kind = ?2 and customer_id = ?3 and record_id in";
    private static final String PROMISES = FOUND + " (select p.id from promise p where p.customer_id = ?1)";
    private static final String TASKS = FOUND + " (select t.id from task t where t.customer_id = ?1)";
    private static final String APPOINTMENTS = FOUND + " (select a.id from appointment a where a.customer_id = ?1)";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public void merge(MergeRun run) {
        run.move("promise");
        run.move("task");
        run.move("appointment");
        run.move("appointment_guest");
        findAt(run.survivor(), run.merged());
    }

    @Override
    public void split(MergeRun run) {
        findAt(run.merged(), run.survivor());
    }

    /** The search finds what concerns a customer there, no longer at another. */
    private void findAt(long customer, long other) {
        update(em.createNativeQuery(PROMISES), Promise.FOUND_AS, customer, other);
        update(em.createNativeQuery(TASKS), Task.FOUND_AS, customer, other);
        update(em.createNativeQuery(APPOINTMENTS), Appointment.FOUND_AS, customer, other);
    }

    private static void update(Query update, String kind, long customer, long other) {
        update.setParameter(1, customer)
                .setParameter(2, kind)
                .setParameter(3, other)
                .executeUpdate();
    }
}

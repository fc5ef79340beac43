package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Forgetting;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.privacy.ErasureLine;
import org.vinculo.crm.privacy.ErasureState;
import org.vinculo.crm.privacy.ErasureView;
import org.vinculo.crm.privacy.entity.Erasure;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.shared.PersonalFate;
import org.vinculo.crm.shared.PersonalGround;

/** Begins to forget customers and tells how far it is. */
@ApplicationScoped
public class ErasureDesk {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Eraser eraser;

    @Inject
    Jobs jobs;

    @Inject
    AuditLog audit;

    @Inject
    Forgetting forgetting;

    /** From this moment nobody can change the customer or come in for them; the rest is done by a job. */
    public Erasure begin(CustomerRef customer, Long requestId, String by) {
        Optional<Erasure> known = of(customer.id());
        if (known.isPresent() && known.get().getState() != ErasureState.FAILED) {
            return known.get();
        }
        if (known.isPresent()) {
            known.get().again(jobs.submit(ErasureJob.NAME, known.get().getPublicId(), by));
            return known.get();
        }
        Erasure erasure =
                new Erasure(customer.id(), requestId, by, clock.instant(), write(eraser.preview(customer.id())));
        em.persist(erasure);
        forgetting.close(customer.id(), by);
        audit.record(AuditEvent.about("privacy.erased", "customer", customer.publicId(), customer.id(), null));
        erasure.runAs(jobs.submit(ErasureJob.NAME, erasure.getPublicId(), by));
        return erasure;
    }

    public Optional<Erasure> of(long customerId) {
        return em.createQuery(
                        "select e from Erasure e where e.customerId = :customer order by e.id desc", Erasure.class)
                .setParameter("customer", customerId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<Erasure> find(String publicId) {
        return em.createQuery("select e from Erasure e where e.publicId = :id", Erasure.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public ErasureView view(Erasure erasure) {
        double progress = erasure.getState() == ErasureState.DONE
                ? 1
                : jobs.find(erasure.getJobId()).map(job -> job.progress()).orElse(0.0);
        return new ErasureView(
                erasure.getPublicId(),
                erasure.getState(),
                erasure.getStartedAt(),
                erasure.getStartedBy(),
                erasure.getFinishedAt(),
                progress,
                read(erasure.getReport()));
    }

    private static String write(List<ErasureLine> lines) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (ErasureLine line : lines) {
            JsonObjectBuilder object = Json.createObjectBuilder()
                    .add("code", line.code())
                    .add("count", line.count())
                    .add("fate", line.fate().name());
            if (line.ground() != null) {
                object.add("ground", line.ground().name());
            }
            array.add(object);
        }
        return array.build().toString();
    }

    private static List<ErasureLine> read(String report) {
        if (report == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(report))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(line -> new ErasureLine(
                            line.getString("code"),
                            line.getJsonNumber("count").longValue(),
                            PersonalFate.valueOf(line.getString("fate")),
                            line.containsKey("ground") ? PersonalGround.valueOf(line.getString("ground")) : null))
                    .toList();
        }
    }
}

package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.segment.SegmentForm;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.segment.entity.SegmentSnapshot;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;

/** Keeps, freezes, thaws and removes segments. */
@ApplicationScoped
public class SegmentDesk {

    private static final String ENTITY = "segment";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    Jobs jobs;

    @Inject
    AuditLog audit;

    @Inject
    SegmentBook book;

    @Inject
    SegmentStore store;

    @Inject
    Snapshots snapshots;

    @Inject
    RuleCheck check;

    public SegmentView save(SegmentForm form) {
        boolean isNew = form.publicId() == null;
        Segment segment = isNew ? fresh() : book.requireOwn(form.publicId(), false);
        if (!isNew && segment.getVersion() != form.version()) {
            throw new ConcurrentChange();
        }
        checkNames(form);
        if (form.rule() != null) {
            if (segment.getSnapshotId() != null) {
                throw InvalidInput.field("rule", "segment.error.frozen");
            }
            mean(segment, form.rule());
        }
        segment.describe(Normal.line(form.name()), Normal.line(form.description()), form.shared(), clock.instant());
        return kept(segment);
    }

    private Segment fresh() {
        if (book.me() < 0) {
            throw new NotAllowed();
        }
        return new Segment(book.me(), clock.instant(), who());
    }

    private void mean(Segment segment, SegmentRule rule) {
        check.complete(rule);
        check.permitted(rule);
        String text = RuleJson.write(rule);
        if (text.length() > Segment.RULE_LENGTH) {
            throw InvalidInput.field("rule", "segment.error.tooLong");
        }
        segment.mean(text, clock.instant());
    }

    private static void checkNames(SegmentForm form) {
        List<FieldError> errors = new ArrayList<>();
        String name = Normal.line(form.name());
        String description = Normal.line(form.description());
        if (name == null) {
            errors.add(FieldError.of("name", "required"));
        } else if (name.length() > Segment.NAME_LENGTH) {
            errors.add(FieldError.of("name", "tooLong", Segment.NAME_LENGTH));
        }
        if (description != null && description.length() > Segment.DESCRIPTION_LENGTH) {
            errors.add(FieldError.of("description", "tooLong", Segment.DESCRIPTION_LENGTH));
        }
        InvalidInput.throwIfAny(errors);
    }

    private SegmentView kept(Segment segment) {
        if (segment.getId() == null) {
            em.persist(segment);
        }
        em.flush();
        return book.view(segment);
    }

    public SegmentView copy(String publicId, String name) {
        Segment original = book.requireUsable(publicId);
        Segment copy = fresh();
        String called = Normal.line(name);
        String shown = called == null ? original.getName() : called;
        copy.describe(
                shown.length() <= Segment.NAME_LENGTH ? shown : shown.substring(0, Segment.NAME_LENGTH),
                original.getDescription(),
                false,
                clock.instant());
        copy.mean(original.getRule(), clock.instant());
        return kept(copy);
    }

    public void delete(String publicId) {
        book.requireOwn(publicId, false).delete(clock.instant());
    }

    public void restore(String publicId) {
        book.requireOwn(publicId, true).restore(clock.instant());
    }

    public SegmentView freeze(String publicId) {
        Segment segment = book.requireOwn(publicId, false);
        if (segment.getSnapshotId() != null) {
            return book.view(segment);
        }
        SegmentRule rule = book.rule(segment);
        check.permitted(rule);
        Instant now = clock.instant();
        SegmentSnapshot snapshot = new SegmentSnapshot(
                segment.getId(),
                LocalDate.ofInstant(now, settings.zone()),
                now,
                who(),
                store.reach(rule.permissions()));
        em.persist(snapshot);
        em.flush();
        snapshots.writeNext(snapshot, rule);
        segment.freeze(snapshot.getId(), now);
        if (!snapshot.isComplete()) {
            jobs.submit(FreezeJob.NAME, snapshot.getPublicId(), who());
        }
        audit.record(AuditEvent.about("segment.frozen", ENTITY, segment.getPublicId(), null, segment.getName()));
        return kept(segment);
    }

    public String thaw(String publicId) {
        Segment segment = book.requireOwn(publicId, false);
        SegmentSnapshot snapshot = store.snapshot(segment).orElseThrow(NotFound::new);
        snapshot.drop(clock.instant());
        segment.thaw(clock.instant());
        audit.record(AuditEvent.about("segment.thawed", ENTITY, segment.getPublicId(), null, segment.getName()));
        return snapshot.getPublicId();
    }

    public void freezeAgain(String publicId, String snapshotId) {
        Segment segment = book.requireOwn(publicId, false);
        SegmentSnapshot snapshot = snapshots
                .byPublicId(snapshotId)
                .filter(each -> each.getSegmentId().equals(segment.getId()) && each.isComplete())
                .orElseThrow(NotFound::new);
        snapshot.keep();
        segment.freeze(snapshot.getId(), clock.instant());
        audit.record(AuditEvent.about("segment.frozen", ENTITY, segment.getPublicId(), null, segment.getName()));
    }

    private String who() {
        return caller.get().name() == null ? "-" : caller.get().name();
    }
}

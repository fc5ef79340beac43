package org.vinculo.crm.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.audit.internal.Changes;
import org.vinculo.crm.identity.Caller;

/** One entry of the trail. Written once; nothing here can be changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_id_seq")
    @SequenceGenerator(name = "audit_id_seq", sequenceName = "id_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind", nullable = false, updatable = false, length = 12)
    private Caller.Kind actorKind;

    @Column(name = "actor_id", updatable = false)
    private Long actorId;

    @Column(name = "actor_name", updatable = false, length = 200)
    private String actorName;

    @Column(name = "ip", updatable = false, length = 64)
    private String ip;

    @Column(name = "correlation_id", updatable = false, length = 40)
    private String correlationId;

    @Column(name = "action", nullable = false, updatable = false, length = 60)
    private String action;

    @Column(name = "entity", updatable = false, length = 60)
    private String entity;

    @Column(name = "entity_id", updatable = false, length = 40)
    private String entityId;

    @Column(name = "customer_id", updatable = false)
    private Long customerId;

    @Column(name = "detail", updatable = false, length = 500)
    private String detail;

    @Lob
    @Column(name = "changes", updatable = false)
    private String changes;

    protected AuditEntry() {}

    public AuditEntry(Instant madeAt, Caller actor, AuditEvent event) {
        this.madeAt = madeAt;
        this.actorKind = actor.kind();
        this.actorId = actor.accountId();
        this.actorName = cut(actor.name(), 200);
        this.ip = cut(actor.ip(), 64);
        this.correlationId = cut(actor.correlationId(), 40);
        this.action = event.action();
        this.entity = event.entity();
        this.entityId = event.entityId();
        this.customerId = event.customerId();
        this.detail = cut(event.detail(), 500);
        this.changes = event.changes().isEmpty() ? null : Changes.toJson(event.changes());
    }

    public List<FieldChange> changes() {
        return Changes.fromJson(changes);
    }

    /** @param shown the changes as they are to be read */
    public AuditView view(List<FieldChange> shown) {
        return new AuditView(
                id,
                madeAt,
                actorKind,
                actorName,
                ip,
                action,
                entity,
                entityId,
                customerId,
                detail,
                correlationId,
                shown);
    }

    private static String cut(String text, int length) {
        String line = org.vinculo.crm.shared.Normal.line(text);
        return line == null || line.length() <= length ? line : line.substring(0, length);
    }
}

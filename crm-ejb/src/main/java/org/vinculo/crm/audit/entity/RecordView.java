package org.vinculo.crm.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.audit.AccessKind;
import org.vinculo.crm.audit.AccessRow;
import org.vinculo.crm.identity.Caller;

/** How often somebody looked at a customer on a day. Counted up by statements, never by this object. */
@Entity
@Table(name = "record_view")
public class RecordView {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record_view_id_seq")
    @SequenceGenerator(name = "record_view_id_seq", sequenceName = "id_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @Column(name = "viewed_on", nullable = false, updatable = false)
    private LocalDate day;

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind", nullable = false, updatable = false, length = 12)
    private Caller.Kind actorKind;

    @Column(name = "actor_id", nullable = false, updatable = false)
    private Long actorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false, length = 10)
    private AccessKind kind;

    @Column(name = "views", nullable = false)
    private int views;

    @Column(name = "last_at", nullable = false)
    private Instant lastAt;

    protected RecordView() {}

    public RecordView(LocalDate day, long customerId, Caller.Kind actorKind, long actorId, AccessKind kind) {
        this.day = day;
        this.customerId = customerId;
        this.actorKind = actorKind;
        this.actorId = actorId;
        this.kind = kind;
    }

    /** The first time of the day. */
    public void begin(int times, Instant at) {
        views = times;
        lastAt = at;
    }

    public AccessRow row() {
        return new AccessRow(day, actorKind, actorId, kind, views, lastAt);
    }
}

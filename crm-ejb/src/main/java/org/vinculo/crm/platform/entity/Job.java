package org.vinculo.crm.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.shared.PublicEntity;

/** One piece of long work. Its progress is written by conditional updates only, never through this entity. */
@Entity
@Table(name = "job")
public class Job extends PublicEntity {

    @Column(name = "name", nullable = false, updatable = false, length = 60)
    private String name;

    @Lob
    @Column(name = "payload", updatable = false)
    private String payload;

    @Column(name = "checkpoint", length = 4000)
    private String checkpoint;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private JobState state = JobState.QUEUED;

    @Column(name = "done", nullable = false)
    private long done;

    @Column(name = "total", nullable = false)
    private long total;

    @Column(name = "message", length = 200)
    private String message;

    @Column(name = "started_by", length = 200, updatable = false)
    private String startedBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "lease_owner", length = 40)
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    protected Job() {}

    public Job(String name, String payload, String startedBy, Instant createdAt) {
        this.name = name;
        this.payload = payload;
        this.startedBy = startedBy;
        this.createdAt = createdAt;
    }

    public String getName() {
        return name;
    }

    public JobState getState() {
        return state;
    }

    public boolean isLeasedBy(String owner) {
        return owner.equals(leaseOwner);
    }

    public JobContext context() {
        return new JobContext(getPublicId(), payload, checkpoint, done, total);
    }

    public JobView view() {
        return new JobView(
                getPublicId(), name, state, done, total, message, startedBy, createdAt, startedAt, finishedAt);
    }
}

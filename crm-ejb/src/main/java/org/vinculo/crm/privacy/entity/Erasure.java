package org.vinculo.crm.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.privacy.ErasureState;
import org.vinculo.crm.shared.PublicEntity;

/** That a customer was forgotten: by whom, when, and what became of each kind of data. */
@Entity
@Table(name = "privacy_erasure")
public class Erasure extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "request_id", updatable = false)
    private Long requestId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private ErasureState state = ErasureState.RUNNING;

    @Column(name = "job_id", length = 22)
    private String jobId;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "started_by", nullable = false, updatable = false, length = 200)
    private String startedBy;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Lob
    @Column(name = "report")
    private String report;

    protected Erasure() {}

    public Erasure(long customerId, Long requestId, String startedBy, Instant startedAt, String report) {
        this.customerId = customerId;
        this.requestId = requestId;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
        this.report = report;
    }

    public void runAs(String job) {
        jobId = job;
    }

    public void done(Instant at) {
        state = ErasureState.DONE;
        finishedAt = at;
    }

    public void failed() {
        state = ErasureState.FAILED;
    }

    public void again(String job) {
        state = ErasureState.RUNNING;
        jobId = job;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public Long getRequestId() {
        return requestId;
    }

    public ErasureState getState() {
        return state;
    }

    public String getJobId() {
        return jobId;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public String getStartedBy() {
        return startedBy;
    }

    public Instant getFinishedAt() {
        return finishedAt;
    }

    public String getReport() {
        return report;
    }
}

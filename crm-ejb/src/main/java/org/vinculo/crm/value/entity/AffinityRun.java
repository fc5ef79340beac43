package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.AffinityRunView;
import org.vinculo.crm.value.RunState;

/** One search for rules and what it found. */
@Entity
@Table(name = "affinity_run")
public class AffinityRun extends PublicEntity {

    @ManyToOne(optional = false)
    @JoinColumn(name = "policy_id", nullable = false, updatable = false)
    private AffinityPolicy policy;

    @Column(name = "job_id", length = 22)
    private String jobId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private RunState state = RunState.RUNNING;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "started_by", nullable = false, updatable = false, length = 200)
    private String startedBy;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "newest_line", nullable = false)
    private long newestLine;

    @Column(name = "basket_count", nullable = false)
    private int baskets;

    @Column(name = "item_count", nullable = false)
    private int items;

    @Column(name = "rule_count", nullable = false)
    private int rules;

    @Column(name = "failure", length = 80)
    private String failure;

    protected AffinityRun() {}

    public AffinityRun(AffinityPolicy policy, Instant startedAt, String startedBy) {
        this.policy = policy;
        this.startedAt = startedAt;
        this.startedBy = startedBy;
    }

    public void runAs(String job) {
        jobId = job;
    }

    /** @param newest number of the newest purchase line when reading began */
    public void beginReading(long newest) {
        newestLine = newest;
    }

    public void found(int newBaskets, int newItems, int newRules) {
        baskets = newBaskets;
        items = newItems;
        rules = newRules;
    }

    public void complete(Instant at) {
        state = RunState.COMPLETED;
        finishedAt = at;
    }

    /** @param reason key of a text */
    public void fail(String reason, Instant at) {
        if (state == RunState.RUNNING) {
            state = RunState.FAILED;
            failure = reason;
            finishedAt = at;
        }
    }

    public AffinityRunView view() {
        return new AffinityRunView(
                getPublicId(),
                jobId,
                state,
                startedAt,
                startedBy,
                finishedAt,
                newestLine,
                baskets,
                items,
                rules,
                failure,
                policy.limits());
    }

    public AffinityPolicy getPolicy() {
        return policy;
    }

    public RunState getState() {
        return state;
    }

    public int getBaskets() {
        return baskets;
    }

    public long getNewestLine() {
        return newestLine;
    }

    public String getJobId() {
        return jobId;
    }
}

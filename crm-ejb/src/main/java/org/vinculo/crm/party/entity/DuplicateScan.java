package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.PublicEntity;

/** One search of the base for customers that are there twice. */
@Entity
@Table(name = "duplicate_scan")
public class DuplicateScan extends PublicEntity {

    public static final String RUNNING = "RUNNING";
    public static final String COMPLETED = "COMPLETED";
    public static final String FAILED = "FAILED";

    @Column(name = "job_id", length = 22)
    private String jobId;

    @Column(name = "whole_base", nullable = false, updatable = false)
    private boolean wholeBase;

    @Column(name = "state", nullable = false, length = 12)
    private String state = RUNNING;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "started_by", nullable = false, updatable = false, length = 200)
    private String startedBy;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "customers", nullable = false)
    private long customers;

    @Column(name = "compared", nullable = false)
    private long compared;

    @Column(name = "proposed", nullable = false)
    private long proposed;

    @Column(name = "skipped_blocks", nullable = false)
    private int skippedBlocks;

    @Column(name = "skipped_customers", nullable = false)
    private long skippedCustomers;

    protected DuplicateScan() {}

    public DuplicateScan(boolean wholeBase, Instant startedAt, String startedBy) {
        this.wholeBase = wholeBase;
        this.startedAt = startedAt;
        this.startedBy = startedBy;
    }

    public void runAs(String job) {
        jobId = job;
    }

    public void skipped(int blocks, long inThem) {
        skippedBlocks = blocks;
        skippedCustomers = inThem;
    }

    public void looked(int more, int pairs, int found) {
        customers += more;
        compared += pairs;
        proposed += found;
    }

    public void end(String how, Instant at) {
        state = how;
        finishedAt = at;
    }

    public String getJobId() {
        return jobId;
    }

    public boolean isWholeBase() {
        return wholeBase;
    }

    public String getState() {
        return state;
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

    public long getCustomers() {
        return customers;
    }

    public long getCompared() {
        return compared;
    }

    public long getProposed() {
        return proposed;
    }

    public int getSkippedBlocks() {
        return skippedBlocks;
    }
}

package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.vinculo.crm.shared.BaseEntity;

/** What a customer was before work on many, or why it was left as it is. */
@Entity
@Table(name = "bulk_change")
public class BulkChange extends BaseEntity {

    @Column(name = "run_id", nullable = false, updatable = false)
    private Long runId;

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "before_value", updatable = false, length = 1200)
    private String before;

    @Column(name = "version_after", nullable = false)
    private long versionAfter;

    @Column(name = "refusal", updatable = false, length = 40)
    private String refusal;

    protected BulkChange() {}

    private BulkChange(long runId, long customerId, String before, String refusal) {
        this.runId = runId;
        this.customerId = customerId;
        this.before = before;
        this.refusal = refusal;
    }

    public static BulkChange made(long runId, long customerId, String before) {
        return new BulkChange(runId, customerId, before, null);
    }

    public static BulkChange refused(long runId, long customerId, String reason) {
        return new BulkChange(runId, customerId, null, reason);
    }

    public void left(long version) {
        versionAfter = version;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getBefore() {
        return before;
    }

    public long getVersionAfter() {
        return versionAfter;
    }

    public String getRefusal() {
        return refusal;
    }
}

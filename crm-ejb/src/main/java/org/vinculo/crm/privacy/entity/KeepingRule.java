package org.vinculo.crm.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.BaseEntity;

/** What was chosen for a rule of retention, and its last run. */
@Entity
@Audited(
        name = "privacyRule",
        ignore = {"changedAt", "changedBy", "lastRunAt", "lastCount"})
@Table(name = "privacy_rule")
public class KeepingRule extends BaseEntity {

    @Column(name = "code", nullable = false, updatable = false, length = 40)
    private String code;

    @Column(name = "days", nullable = false)
    private int days;

    @Column(name = "in_force", nullable = false)
    private boolean inForce;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false, length = 200)
    private String changedBy;

    @Column(name = "last_run_at")
    private Instant lastRunAt;

    @Column(name = "last_count", nullable = false)
    private long lastCount;

    protected KeepingRule() {}

    public KeepingRule(String code) {
        this.code = code;
    }

    public void choose(int newDays, boolean force, Instant at, String by) {
        days = newDays;
        inForce = force;
        changedAt = at;
        changedBy = by;
    }

    public void ran(Instant at, long count) {
        lastRunAt = at;
        lastCount = count;
    }

    public String getCode() {
        return code;
    }

    public int getDays() {
        return days;
    }

    public boolean isInForce() {
        return inForce;
    }

    public Instant getLastRunAt() {
        return lastRunAt;
    }

    public long getLastCount() {
        return lastCount;
    }
}

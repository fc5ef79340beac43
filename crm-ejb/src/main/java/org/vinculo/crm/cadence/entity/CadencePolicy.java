package org.vinculo.crm.cadence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.cadence.CadenceSettings;
import org.vinculo.crm.shared.BaseEntity;

/** A version of the rules of regular contact. */
@Entity
@Audited(
        name = "cadencePolicy",
        ignore = {"orderedOn", "changedAt", "changedBy"})
@Table(name = "cadence_policy")
public class CadencePolicy extends BaseEntity {

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "acquisition", nullable = false, updatable = false)
    private int acquisition;

    @Column(name = "retention", nullable = false, updatable = false)
    private int retention;

    @Column(name = "extension", nullable = false, updatable = false)
    private int extension;

    @Column(name = "at_risk", nullable = false, updatable = false)
    private int atRisk;

    @Column(name = "lapsed", nullable = false, updatable = false)
    private int lapsed;

    @Column(name = "won_back", nullable = false, updatable = false)
    private int wonBack;

    @Column(name = "ordered_on")
    private LocalDate orderedOn;

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false, updatable = false, length = 200)
    private String changedBy;

    protected CadencePolicy() {}

    public CadencePolicy(CadenceSettings settings) {
        number = settings.number();
        acquisition = settings.acquisition();
        retention = settings.retention();
        extension = settings.extension();
        atRisk = settings.atRisk();
        lapsed = settings.lapsed();
        wonBack = settings.wonBack();
        changedAt = settings.changedAt();
        changedBy = settings.changedBy();
    }

    public CadenceSettings settings() {
        return new CadenceSettings(
                number, acquisition, retention, extension, atRisk, lapsed, wonBack, changedAt, changedBy);
    }

    /** Whether this night's search was not ordered yet; then it is now. */
    public boolean order(LocalDate day) {
        if (day.equals(orderedOn)) {
            return false;
        }
        orderedOn = day;
        return true;
    }
}

package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.vinculo.crm.party.DataOrigin;

/** Where a piece of information came from, when, and who brought it. */
@Embeddable
public class Provenance {

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", nullable = false, length = 20)
    private DataOrigin origin;

    @Column(name = "collected_at", nullable = false)
    private Instant collectedAt;

    @Column(name = "collected_by", nullable = false, length = 200)
    private String collectedBy;

    protected Provenance() {}

    public Provenance(DataOrigin origin, Instant collectedAt, String collectedBy) {
        this.origin = origin;
        this.collectedAt = collectedAt;
        this.collectedBy = collectedBy;
    }

    public DataOrigin getOrigin() {
        return origin;
    }

    public Instant getCollectedAt() {
        return collectedAt;
    }

    public String getCollectedBy() {
        return collectedBy;
    }
}

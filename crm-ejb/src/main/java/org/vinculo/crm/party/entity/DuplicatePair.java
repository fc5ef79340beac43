package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.MatchPart;
import org.vinculo.crm.shared.PublicEntity;

/** Two customers that look like one, and what somebody decided about them. */
@Entity
@Table(name = "duplicate_pair")
public class DuplicatePair extends PublicEntity {

    @Column(name = "first_id", nullable = false, updatable = false)
    private Long firstId;

    @Column(name = "second_id", nullable = false, updatable = false)
    private Long secondId;

    @Column(name = "score", nullable = false)
    private int score;

    @Column(name = "parts", nullable = false, length = 1000)
    private String parts;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private DuplicateState state = DuplicateState.OPEN;

    @Column(name = "found_at", nullable = false)
    private Instant foundAt;

    @Column(name = "scan_id")
    private Long scanId;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by", length = 200)
    private String decidedBy;

    protected DuplicatePair() {}

    public DuplicatePair(long first, long second, Instant foundAt) {
        firstId = first;
        secondId = second;
        this.foundAt = foundAt;
    }

    /** What the newest comparison says. */
    public void compared(int newScore, List<MatchPart> newParts, Long scan) {
        score = newScore;
        parts = MatchPart.write(newParts);
        scanId = scan;
    }

    public void decide(DuplicateState decision, Instant at, String by) {
        state = decision;
        decidedAt = at;
        decidedBy = by;
    }

    public void reopen() {
        state = DuplicateState.OPEN;
        decidedAt = null;
        decidedBy = null;
    }

    public Long getFirstId() {
        return firstId;
    }

    public Long getSecondId() {
        return secondId;
    }

    public int getScore() {
        return score;
    }

    public List<MatchPart> getParts() {
        return MatchPart.read(parts);
    }

    public DuplicateState getState() {
        return state;
    }

    public Instant getFoundAt() {
        return foundAt;
    }

    public Instant getDecidedAt() {
        return decidedAt;
    }

    public String getDecidedBy() {
        return decidedBy;
    }
}

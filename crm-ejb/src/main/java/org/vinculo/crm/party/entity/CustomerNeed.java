package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.NeedBasis;
import org.vinculo.crm.party.NeedKind;
import org.vinculo.crm.shared.PublicEntity;

/** What a customer needs, expects or prefers, said by them or concluded by somebody. */
@Entity
@Audited(name = "need", customer = "customerId", ignore = "customerId")
@Table(name = "customer_need")
public class CustomerNeed extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 20)
    private NeedKind kind;

    @Column(name = "need_text", nullable = false, length = 1000)
    private String text;

    @Enumerated(EnumType.STRING)
    @Column(name = "basis", nullable = false, length = 20)
    private NeedBasis basis;

    @Embedded
    private Provenance provenance;

    @Column(name = "origin_note", length = 200)
    private String originNote;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "confirmed_by", length = 200)
    private String confirmedBy;

    protected CustomerNeed() {}

    public CustomerNeed(long customerId, NeedKind kind, String text, NeedBasis basis, Provenance provenance) {
        this.customerId = customerId;
        this.kind = kind;
        this.text = text;
        this.basis = basis;
        this.provenance = provenance;
    }

    /** Different words are a new fact, which nobody has confirmed yet. */
    public void restate(NeedKind newKind, String newText, NeedBasis newBasis, Provenance changed) {
        if (!text.equals(newText)) {
            confirmedAt = null;
            confirmedBy = null;
            provenance = changed;
        }
        kind = newKind;
        text = newText;
        basis = newBasis;
    }

    public void learntFrom(String note) {
        originNote = note;
    }

    public void confirm(Instant at, String by) {
        confirmedAt = at;
        confirmedBy = by;
    }

    public long getCustomerId() {
        return customerId;
    }

    public NeedKind getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    public NeedBasis getBasis() {
        return basis;
    }

    public Provenance getProvenance() {
        return provenance;
    }

    public String getOriginNote() {
        return originNote;
    }

    public Instant getConfirmedAt() {
        return confirmedAt;
    }

    public String getConfirmedBy() {
        return confirmedBy;
    }
}

package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;

/** A code on paper that replaces the authenticator once. 80 random bits, so a plain SHA-256 protects it. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", nullable = false, updatable = false)
    private Account account;

    @Column(name = "code_hash", nullable = false, updatable = false, length = 64)
    private String codeHash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    public RecoveryCode(Account account, String codeHash) {
        this.account = account;
        this.codeHash = codeHash;
    }
}

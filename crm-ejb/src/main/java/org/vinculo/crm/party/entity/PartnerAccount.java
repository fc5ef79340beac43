package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.PartnerKind;
import org.vinculo.crm.shared.PublicEntity;

/** That a customer sells or brings in for the house: where and what. */
@Entity
@Audited(name = "partner", customer = "customerId", ignore = "customerId")
@Table(name = "partner_account")
public class PartnerAccount extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "partner_kind", nullable = false, length = 20)
    private PartnerKind kind;

    @Column(name = "territory", length = 200)
    private String territory;

    @Column(name = "product_scope", length = 400)
    private String productScope;

    @Column(name = "since")
    private LocalDate since;

    @Column(name = "until")
    private LocalDate until;

    protected PartnerAccount() {}

    public PartnerAccount(long customerId) {
        this.customerId = customerId;
    }

    public void agree(PartnerKind newKind, String where, String what) {
        kind = newKind;
        territory = where;
        productScope = what;
    }

    public void run(LocalDate first, LocalDate last) {
        since = first;
        until = last;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public PartnerKind getKind() {
        return kind;
    }

    public String getTerritory() {
        return territory;
    }

    public String getProductScope() {
        return productScope;
    }

    public LocalDate getSince() {
        return since;
    }

    public LocalDate getUntil() {
        return until;
    }
}

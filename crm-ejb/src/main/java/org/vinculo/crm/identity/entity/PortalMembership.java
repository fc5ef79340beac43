package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.shared.PublicEntity;

/** That a portal account acts for a customer, and in which role. */
@Entity
@Table(name = "portal_membership")
public class PortalMembership extends PublicEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", nullable = false, updatable = false)
    private PortalAccount account;

    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "org_role", nullable = false, length = 10)
    private OrgRole orgRole;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    protected PortalMembership() {}

    public PortalMembership(PortalAccount account, long customerId, OrgRole orgRole, Instant createdAt) {
        this.account = account;
        this.customerId = customerId;
        this.orgRole = orgRole;
        this.createdAt = createdAt;
    }

    public void change(OrgRole newRole) {
        orgRole = newRole;
    }

    public PortalAccount getAccount() {
        return account;
    }

    public long getCustomerId() {
        return customerId;
    }

    public OrgRole getOrgRole() {
        return orgRole;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}

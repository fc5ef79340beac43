package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.shared.LinkSecret;

/** A link that was sent to an e-mail address, to prove that whoever reads its mail is the customer. */
@Entity
@Table(name = "address_proof")
public class AddressProof extends BaseEntity {

    @Column(name = "contact_point_id", nullable = false, updatable = false)
    private Long contactPointId;

    @Column(name = "secret_hash", nullable = false, updatable = false, length = 64)
    private String secretHash;

    @Column(name = "address_hash", nullable = false, updatable = false, length = 64)
    private String addressHash;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected AddressProof() {}

    public AddressProof(ContactPoint point, String secret, Instant askedAt, Instant expiresAt) {
        this.contactPointId = point.getId();
        this.secretHash = LinkSecret.hash(secret);
        this.addressHash = hash(secret, point);
        this.askedAt = askedAt;
        this.expiresAt = expiresAt;
    }

    private static String hash(String secret, ContactPoint point) {
        return LinkSecret.hash(secret + "\n" + point.getNormalValue());
    }

    /** Whether the link still proves the address that the contact point has now. */
    public boolean proves(ContactPoint point, String secret, Instant now) {
        return closedAt == null && now.isBefore(expiresAt) && addressHash.equals(hash(secret, point));
    }

    public Long getContactPointId() {
        return contactPointId;
    }

    public Instant getAskedAt() {
        return askedAt;
    }
}

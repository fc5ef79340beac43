package org.vinculo.crm.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.platform.IdempotencyKeys;
import org.vinculo.crm.shared.BaseEntity;

/** A request that changed something, by the key its sender gave it. */
@Entity
@Table(name = "idempotent_request")
public class IdempotentRequest extends BaseEntity {

    @Column(name = "owner_key", nullable = false, updatable = false, length = 60)
    private String owner;

    @Column(name = "request_key", nullable = false, updatable = false, length = 100)
    private String key;

    @Column(name = "fingerprint", nullable = false, updatable = false, length = 64)
    private String fingerprint;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "status")
    private Integer status;

    @Column(name = "location", length = 500)
    private String location;

    @Column(name = "etag", length = 40)
    private String etag;

    @Lob
    @Column(name = "body")
    private String body;

    protected IdempotentRequest() {}

    public IdempotentRequest(String owner, String key, String fingerprint, Instant madeAt) {
        this.owner = owner;
        this.key = key;
        this.fingerprint = fingerprint;
        this.madeAt = madeAt;
    }

    /** @param answer null while there is none yet */
    public void answered(IdempotencyKeys.Answer answer) {
        if (answer != null) {
            status = answer.status();
            location = answer.location();
            etag = answer.etag();
            body = answer.body();
        }
    }

    public IdempotencyKeys.Answer answer() {
        return new IdempotencyKeys.Answer(fingerprint, status, location, etag, body);
    }
}

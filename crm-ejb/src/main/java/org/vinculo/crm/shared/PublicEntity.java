package org.vinculo.crm.shared;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** An entity that people and scripts may name: its public id is unguessable, the internal id never leaves. */
@MappedSuperclass
public abstract class PublicEntity extends BaseEntity {

    @Column(name = "public_id", nullable = false, unique = true, updatable = false, length = 22)
    private String publicId = PublicId.next();

    public String getPublicId() {
        return publicId;
    }
}

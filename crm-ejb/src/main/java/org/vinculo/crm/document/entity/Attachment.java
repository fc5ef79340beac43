package org.vinculo.crm.document.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.FileOwner;
import org.vinculo.crm.document.MissingFile;
import org.vinculo.crm.shared.PublicEntity;

/** A file at a record: its name and whose it is. The bytes are found by their hash. */
@Entity
@Table(name = "attachment")
public class Attachment extends PublicEntity {

    @Column(name = "owner_type", nullable = false, length = 40)
    private String ownerType;

    @Column(name = "owner_id", nullable = false)
    private long ownerId;

    @Column(name = "customer_id")
    private Long customerId;

    @Column(name = "file_name", nullable = false, length = 200, updatable = false)
    private String name;

    @Column(name = "media_type", nullable = false, length = 120, updatable = false)
    private String mediaType;

    @Column(name = "byte_size", nullable = false, updatable = false)
    private long size;

    @Column(name = "sha256", nullable = false, length = 64, updatable = false)
    private String hash;

    @Column(name = "added_at", nullable = false, updatable = false)
    private Instant addedAt;

    @Column(name = "added_by", nullable = false, length = 200, updatable = false)
    private String addedBy;

    @Column(name = "removed_at")
    private Instant removedAt;

    @Column(name = "missing_since")
    private Instant missingSince;

    protected Attachment() {}

    public Attachment(FileOwner owner, String name, String mediaType, long size, String hash) {
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.hash = hash;
        belongTo(owner);
    }

    public final void belongTo(FileOwner owner) {
        ownerType = owner.type();
        ownerId = owner.id();
        customerId = owner.customerId();
    }

    public void addedBy(String who, Instant at) {
        addedBy = who;
        addedAt = at;
    }

    public void remove(Instant at) {
        removedAt = at;
    }

    public void restore() {
        removedAt = null;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    public AttachmentView view() {
        return new AttachmentView(getPublicId(), name, mediaType, size, addedAt, addedBy);
    }

    /** @param place where the bytes would have to lie */
    public MissingFile missing(String place) {
        return new MissingFile(getPublicId(), name, size, place, addedAt, addedBy, missingSince);
    }

    public String getOwnerType() {
        return ownerType;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getHash() {
        return hash;
    }
}

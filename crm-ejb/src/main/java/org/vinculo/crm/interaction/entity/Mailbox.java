package org.vinculo.crm.interaction.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;

/** How far a mailbox was read. Moves on in the same transaction in which a mail is kept. */
@Entity
@Table(name = "mailbox")
public class Mailbox extends BaseEntity {

    @Column(name = "name", nullable = false, updatable = false, length = 300)
    private String name;

    @Column(name = "uid_validity", nullable = false)
    private long uidValidity;

    @Column(name = "last_uid", nullable = false)
    private long lastUid;

    @Column(name = "read_at")
    private Instant readAt;

    @Column(name = "error", length = 300)
    private String error;

    protected Mailbox() {}

    public Mailbox(String name) {
        this.name = name;
    }

    /** The server numbers its mails anew: everything is looked at again, and what is known is known. */
    public void numberedAnew(long validity, long startAfter) {
        uidValidity = validity;
        lastUid = startAfter;
    }

    public void reached(long uid) {
        lastUid = Math.max(lastUid, uid);
    }

    public void looked(Instant at, String failure) {
        readAt = at;
        error = failure;
    }

    public long getUidValidity() {
        return uidValidity;
    }

    public long getLastUid() {
        return lastUid;
    }

    public Instant getReadAt() {
        return readAt;
    }

    public String getError() {
        return error;
    }
}

package org.vinculo.crm.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.notification.NoticeView;
import org.vinculo.crm.shared.PublicEntity;

/** Something a member of staff is told inside the application. */
@Entity
@Table(name = "notice")
public class Notice extends PublicEntity {

    @Column(name = "account_id", nullable = false, updatable = false)
    private Long accountId;

    @Column(name = "icon", nullable = false, updatable = false, length = 20)
    private String icon;

    @Column(name = "title", nullable = false, updatable = false, length = 300)
    private String title;

    @Column(name = "note", updatable = false, length = 300)
    private String note;

    @Column(name = "link", updatable = false, length = 300)
    private String link;

    @Column(name = "idempotency_key", nullable = false, updatable = false, length = 100)
    private String idempotencyKey;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected Notice() {}

    public Notice(long accountId, String icon, String title, String note, String link, String key, Instant madeAt) {
        this.accountId = accountId;
        this.icon = icon;
        this.title = title;
        this.note = note;
        this.link = link;
        this.idempotencyKey = key;
        this.madeAt = madeAt;
    }

    public NoticeView view() {
        return new NoticeView(getPublicId(), icon, title, note, link, madeAt, seenAt);
    }
}

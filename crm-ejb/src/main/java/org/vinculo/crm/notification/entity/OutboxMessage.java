package org.vinculo.crm.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.notification.OutboxState;
import org.vinculo.crm.notification.OutboxView;
import org.vinculo.crm.shared.PublicEntity;

/** One mail on its way. Claimed before it is sent, so that two senders never take the same one. */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage extends PublicEntity {

    private static final Duration[] PAUSES = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofHours(12)
    };

    @Column(name = "to_address", nullable = false, updatable = false, length = 320)
    private String toAddress;

    @Column(name = "subject", nullable = false, updatable = false, length = 300)
    private String subject;

    @Lob
    @Column(name = "body")
    private String body;

    @Column(name = "language", nullable = false, updatable = false, length = 10)
    private String language;

    @Column(name = "customer_id", updatable = false)
    private Long customerId;

    @Column(name = "idempotency_key", unique = true, updatable = false, length = 100)
    private String idempotencyKey;

    @Column(name = "secret", nullable = false, updatable = false)
    private boolean secret;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 10)
    private OutboxState state = OutboxState.WAITING;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "error", length = 500)
    private String error;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "next_at", nullable = false)
    private Instant nextAt;

    @Column(name = "claimed_by", length = 40)
    private String claimedBy;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "in_reply_to", length = 500)
    private String inReplyTo;

    @Column(name = "reference_ids", length = 2000)
    private String references;

    @Column(name = "personal", nullable = false)
    private boolean personal;

    @Column(name = "purpose", updatable = false, length = 40)
    private String purpose;

    @Column(name = "calendar_method", updatable = false, length = 10)
    private String calendarMethod;

    @Lob
    @Column(name = "calendar_text", updatable = false)
    private String calendarText;

    @Column(name = "file_ids", updatable = false, length = 1000)
    private String fileIds;

    protected OutboxMessage() {}

    public OutboxMessage(
            String toAddress,
            String subject,
            String body,
            String language,
            Long customerId,
            String idempotencyKey,
            boolean secret,
            Instant now) {
        this.toAddress = toAddress;
        this.subject = subject;
        this.body = body;
        this.language = language;
        this.customerId = customerId;
        this.idempotencyKey = idempotencyKey;
        this.secret = secret;
        this.createdAt = now;
        this.nextAt = now;
    }

    /** A person wrote it, perhaps as an answer. */
    public void writtenByHand(String answered, String thread) {
        personal = true;
        inReplyTo = answered;
        references = thread;
    }

    /** What a letter is for, asked about again when it leaves. */
    public void isFor(String asked) {
        purpose = asked;
    }

    /** It may still be taken back until then. */
    public void notBefore(Instant moment) {
        nextAt = moment;
    }

    /** A calendar file goes with it. */
    public void carry(String method, String text) {
        calendarMethod = method;
        calendarText = text;
    }

    /** Files go with it. */
    public void carry(List<String> files) {
        fileIds = files.isEmpty() ? null : String.join(",", files);
    }

    public List<String> getFiles() {
        return fileIds == null ? List.of() : List.of(fileIds.split(","));
    }

    public void sent(Instant now) {
        state = OutboxState.SENT;
        sentAt = now;
        error = null;
        claimedBy = null;
        if (secret) {
            body = null;
        }
    }

    /** The server refused for now, or for good when it says so or after the last pause. */
    public void refused(String reason, boolean forGood, Instant now) {
        attempts++;
        error = reason;
        claimedBy = null;
        if (forGood || attempts > PAUSES.length) {
            state = OutboxState.FAILED;
            return;
        }
        state = OutboxState.WAITING;
        nextAt = now.plus(PAUSES[attempts - 1]);
    }

    /** Somebody asks for another try. */
    public void retry(Instant now) {
        state = OutboxState.WAITING;
        attempts = 0;
        nextAt = now;
    }

    public boolean isClaimedBy(String sender) {
        return state == OutboxState.CLAIMED && sender.equals(claimedBy);
    }

    public Long getCustomerId() {
        return customerId;
    }

    public OutboxState getState() {
        return state;
    }

    public String getToAddress() {
        return toAddress;
    }

    public String getSubject() {
        return subject;
    }

    public String getBody() {
        return body;
    }

    public String getCalendarMethod() {
        return calendarMethod;
    }

    public String getCalendarText() {
        return calendarText;
    }

    public String getLanguage() {
        return language;
    }

    public String getInReplyTo() {
        return inReplyTo;
    }

    public String getReferences() {
        return references;
    }

    public String getPurpose() {
        return purpose;
    }

    public boolean isPersonal() {
        return personal;
    }

    public OutboxView view() {
        return new OutboxView(
                getPublicId(),
                toAddress,
                subject,
                body,
                secret,
                false,
                state,
                attempts,
                error,
                createdAt,
                nextAt,
                sentAt);
    }
}

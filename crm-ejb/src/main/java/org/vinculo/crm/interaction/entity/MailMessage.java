package org.vinculo.crm.interaction.entity;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.MailState;
import org.vinculo.crm.shared.PublicEntity;

/** A mail that came or went. Its key is made of its Message-ID, so that the same one delivered twice is there once. */
@Entity
@Table(name = "mail_message")
public class MailMessage extends PublicEntity {

    @Enumerated(EnumType.STRING)
    @Column(name = "direction", nullable = false, updatable = false, length = 20)
    private Direction direction;

    @Column(name = "message_key", nullable = false, updatable = false, length = 64)
    private String messageKey;

    @Column(name = "message_id", updatable = false, length = 500)
    private String messageId;

    @Column(name = "root_key", nullable = false, updatable = false, length = 64)
    private String rootKey;

    @Column(name = "from_address", updatable = false, length = 320)
    private String fromAddress;

    @Column(name = "from_name", updatable = false, length = 200)
    private String fromName;

    @Column(name = "to_address", updatable = false, length = 320)
    private String toAddress;

    @Column(name = "subject", updatable = false, length = 300)
    private String subject;

    @Lob
    @Basic(fetch = FetchType.EAGER)
    @Column(name = "body", updatable = false)
    private String body;

    @Column(name = "cut", nullable = false, updatable = false)
    private boolean cut;

    @Column(name = "refused_files", length = 1000)
    private String refusedFiles;

    @Column(name = "sent_at", nullable = false, updatable = false)
    private Instant sentAt;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 20)
    private MailState state;

    @Column(name = "failed", length = 300)
    private String failed;

    @Column(name = "customer_id")
    private Long customerId;

    @Column(name = "interaction_id")
    private Long interactionId;

    protected MailMessage() {}

    public MailMessage(Direction direction, String messageKey, String messageId, String rootKey, MailState state) {
        this.direction = direction;
        this.messageKey = messageKey;
        this.messageId = messageId;
        this.rootKey = rootKey;
        this.state = state;
    }

    public void between(String sender, String senderName, String receiver) {
        fromAddress = sender;
        fromName = senderName;
        toAddress = receiver;
    }

    public void says(String newSubject, String text, boolean wasCut) {
        subject = newSubject;
        body = text;
        cut = wasCut;
    }

    public void at(Instant sent, Instant received) {
        sentAt = sent;
        receivedAt = received;
    }

    /** Names of attached files that were not taken, or null. */
    public void refusedFiles(String names) {
        refusedFiles = names;
    }

    public void file(Interaction interaction) {
        state = MailState.FILED;
        customerId = interaction.getCustomerId();
        interactionId = interaction.getId();
    }

    /** Back to those of whom nobody knows whose they are, or out of sight. */
    public void putAside(MailState newState) {
        state = newState;
        customerId = null;
        interactionId = null;
    }

    public void couldNotBeDelivered(String reason) {
        failed = reason;
    }

    public Direction getDirection() {
        return direction;
    }

    public String getMessageKey() {
        return messageKey;
    }

    public String getMessageId() {
        return messageId;
    }

    public String getRootKey() {
        return rootKey;
    }

    public String getFromAddress() {
        return fromAddress;
    }

    public String getFromName() {
        return fromName;
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

    public boolean isCut() {
        return cut;
    }

    public String getRefusedFiles() {
        return refusedFiles;
    }

    public Instant getSentAt() {
        return sentAt;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    public MailState getState() {
        return state;
    }

    public String getFailed() {
        return failed;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public Long getInteractionId() {
        return interactionId;
    }
}

package org.vinculo.crm.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.privacy.RequestKind;
import org.vinculo.crm.privacy.RequestState;
import org.vinculo.crm.privacy.RequestView;
import org.vinculo.crm.shared.PublicEntity;

/** What somebody asked about their data, until when it has to be answered, and what was answered by whom. */
@Entity
@Table(name = "privacy_request")
public class PrivacyRequest extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false, length = 16)
    private RequestKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private RequestState state = RequestState.OPEN;

    @Column(name = "words", length = 2000)
    private String words;

    @Column(name = "by_customer", nullable = false, updatable = false)
    private boolean byCustomer;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    @Column(name = "received_by", nullable = false, length = 200)
    private String receivedBy;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate dueOn;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_by", length = 200)
    private String answeredBy;

    @Column(name = "answer", length = 2000)
    private String answer;

    protected PrivacyRequest() {}

    public PrivacyRequest(long customerId, RequestKind kind, String words) {
        this.customerId = customerId;
        this.kind = kind;
        this.words = words;
    }

    public void received(Instant at, String by, boolean fromCustomer, LocalDate due) {
        receivedAt = at;
        receivedBy = by;
        byCustomer = fromCustomer;
        dueOn = due;
    }

    public void end(RequestState how, String text, String by, Instant at) {
        state = how;
        answer = text;
        answeredBy = by;
        answeredAt = at;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public RequestKind getKind() {
        return kind;
    }

    public RequestState getState() {
        return state;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public RequestView view(CustomerRef customer, LocalDate today) {
        return new RequestView(
                getPublicId(),
                customer == null ? null : customer.publicId(),
                customer == null ? null : customer.name(),
                kind,
                state,
                words,
                byCustomer,
                receivedAt,
                receivedBy,
                dueOn,
                state.isOpen() && dueOn.isBefore(today),
                answeredAt,
                answeredBy,
                answer);
    }
}

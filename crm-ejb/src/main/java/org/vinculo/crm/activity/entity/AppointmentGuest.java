package org.vinculo.crm.activity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.activity.GuestAnswer;
import org.vinculo.crm.shared.PublicEntity;

/** Somebody who is invited: a colleague, the customer, or an address. */
@Entity
@Table(name = "appointment_guest")
public class AppointmentGuest extends PublicEntity {

    private static final int LONGEST_NAME = 200;

    @Column(name = "appointment_id", nullable = false, updatable = false)
    private Long appointmentId;

    @Column(name = "account_id", updatable = false)
    private Long accountId;

    @Column(name = "customer_id", updatable = false)
    private Long customerId;

    @Column(name = "email", length = 320)
    private String email;

    @Column(name = "name", nullable = false, length = LONGEST_NAME)
    private String name;

    @Column(name = "language", nullable = false, length = 10)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(name = "answer", nullable = false, length = 12)
    private GuestAnswer answer = GuestAnswer.WAITING;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "token_hash", length = 64)
    private String tokenHash;

    protected AppointmentGuest() {}

    public AppointmentGuest(Long appointmentId, Long accountId, Long customerId) {
        this.appointmentId = appointmentId;
        this.accountId = accountId;
        this.customerId = customerId;
    }

    public void reach(String newName, String newEmail, String newLanguage) {
        // of somebody who has no other name it is the address
        name = newName.length() <= LONGEST_NAME ? newName : newName.substring(0, LONGEST_NAME);
        email = newEmail;
        language = newLanguage;
    }

    /** A new question; what was answered before is about another time. */
    public void ask(String newTokenHash) {
        tokenHash = newTokenHash;
        answer = GuestAnswer.WAITING;
        answeredAt = null;
    }

    /** The link is used up. */
    public void answer(GuestAnswer said, Instant at) {
        answer = said;
        answeredAt = at;
        tokenHash = null;
    }

    public Long getAppointmentId() {
        return appointmentId;
    }

    public Long getAccountId() {
        return accountId;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getEmail() {
        return email;
    }

    public String getName() {
        return name;
    }

    public String getLanguage() {
        return language;
    }

    public GuestAnswer getAnswer() {
        return answer;
    }

    public Instant getAnsweredAt() {
        return answeredAt;
    }
}

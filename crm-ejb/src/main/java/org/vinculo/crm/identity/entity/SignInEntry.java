package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInOutcome;

/** One try to sign in, successful or not. Never changed. */
@Entity
@Table(name = "sign_in_log")
public class SignInEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sign_in_id_seq")
    @SequenceGenerator(name = "sign_in_id_seq", sequenceName = "id_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "realm", nullable = false, length = 8)
    private Realm realm;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "email", nullable = false, length = 254)
    private String email;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome", nullable = false, length = 20)
    private SignInOutcome outcome;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @Column(name = "ip", length = 64)
    private String ip;

    @Column(name = "user_agent", length = 300)
    private String userAgent;

    protected SignInEntry() {}

    public SignInEntry(
            Realm realm, Long accountId, String email, SignInOutcome outcome, ClientInfo client, Instant madeAt) {
        this.realm = realm;
        this.accountId = accountId;
        this.email = email;
        this.outcome = outcome;
        this.madeAt = madeAt;
        this.ip = client.ip();
        this.userAgent = client.userAgent();
    }

    public Long getId() {
        return id;
    }

    public Realm getRealm() {
        return realm;
    }

    public String getEmail() {
        return email;
    }

    public SignInOutcome getOutcome() {
        return outcome;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    public String getIp() {
        return ip;
    }

    public String getUserAgent() {
        return userAgent;
    }
}

package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.shared.BaseEntity;

/** What somebody who is not signed in asked for. It lives until its mail is in the outbox or nobody can be written to. */
@Entity
@Table(name = "account_request")
public class AccountRequest extends BaseEntity {

    private static final int LONGEST_EMAIL = 320;

    /** What was asked for. */
    public enum Kind {
        RESET,
        REGISTER
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false, length = 12)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "realm", nullable = false, updatable = false, length = 8)
    private Realm realm;

    @Column(name = "email", nullable = false, updatable = false, length = LONGEST_EMAIL)
    private String email;

    @Column(name = "name", updatable = false, length = 200)
    private String name;

    @Column(name = "language", nullable = false, updatable = false, length = 8)
    private String language;

    @Column(name = "ip", updatable = false, length = 64)
    private String ip;

    @Column(name = "user_agent", updatable = false, length = 300)
    private String userAgent;

    @Column(name = "failures", nullable = false)
    private int failures;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "next_at", nullable = false)
    private Instant nextAt;

    protected AccountRequest() {}

    public AccountRequest(Kind kind, Realm realm, String email, String name, ClientInfo client, Instant madeAt) {
        this.kind = kind;
        this.realm = realm;
        // Longer than any address: kept like the others, and found to be nobody's.
        this.email = email.length() <= LONGEST_EMAIL ? email : email.substring(0, LONGEST_EMAIL);
        this.name = name;
        this.language = client.locale().toLanguageTag();
        this.ip = client.ip();
        this.userAgent = client.userAgent();
        this.madeAt = madeAt;
        this.nextAt = madeAt;
    }

    public Kind getKind() {
        return kind;
    }

    public Realm getRealm() {
        return realm;
    }

    public String getEmail() {
        return email;
    }

    public String getName() {
        return name;
    }

    /** Where the request came from. */
    public ClientInfo client() {
        return new ClientInfo(ip, userAgent, Locale.forLanguageTag(language));
    }

    public int getFailures() {
        return failures;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    /** It could not be answered now; another try is made later. */
    public void failed(Instant next) {
        failures++;
        nextAt = next;
    }
}

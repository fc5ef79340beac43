package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.vinculo.crm.identity.AccountStatus;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.Theme;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.shared.Texts;

/**
 * Somebody who can sign in. The realm is the entity's type, so a query or a find for one realm can never return an
 * account of the other.
 */
@Entity
@Table(name = "account")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "realm", length = 8)
public abstract class Account extends PublicEntity {

    @Column(name = "email", nullable = false, length = 254)
    private String email;

    @Column(name = "email_norm", nullable = false, length = 254)
    private String emailNorm;

    @Column(name = "new_email", length = 254)
    private String newEmail;

    @Column(name = "new_email_old_ok", nullable = false)
    private boolean newEmailOldOk;

    @Column(name = "new_email_new_ok", nullable = false)
    private boolean newEmailNewOk;

    @Column(name = "display_name", nullable = false, length = 200)
    private String displayName;

    @Column(name = "password_hash", length = 255)
    private String passwordHash;

    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false, length = 10)
    private AccountStatus status = AccountStatus.INVITED;

    @Column(name = "language", nullable = false, length = 8)
    private String language;

    @Column(name = "zone", nullable = false, length = 64)
    private String zone;

    @Enumerated(EnumType.STRING)
    @Column(name = "theme", nullable = false, length = 8)
    private Theme theme = Theme.SYSTEM;

    @Column(name = "totp_secret", length = 300)
    private String totpSecret;

    @Column(name = "totp_enabled_at")
    private Instant totpEnabledAt;

    @Column(name = "totp_last_step", nullable = false)
    private long totpLastStep;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "email_verified_at")
    private Instant emailVerifiedAt;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    protected Account() {}

    protected Account(String email, String displayName, Locale locale, ZoneId zone, Instant createdAt) {
        takeEmail(email);
        this.displayName = displayName;
        this.language = locale.toLanguageTag();
        this.zone = zone.getId();
        this.createdAt = createdAt;
    }

    public abstract Realm realm();

    /** What the associated data of the encrypted TOTP secret names. */
    public String totpOwner() {
        return "totp:" + getPublicId();
    }

    public void present(String newName, Locale locale, ZoneId newZone, Theme newTheme) {
        displayName = newName;
        language = locale.toLanguageTag();
        zone = newZone.getId();
        theme = newTheme;
    }

    public final void takeEmail(String address) {
        email = Normal.address(address);
        emailNorm = Normal.email(address);
        forgetNewEmail();
    }

    public void wishEmail(String address) {
        newEmail = Normal.address(address);
        newEmailOldOk = false;
        newEmailNewOk = false;
    }

    /** Notes that one of the two addresses agreed; the change is made when both have. */
    public boolean confirmNewEmail(boolean byOldAddress, Instant now) {
        newEmailOldOk = newEmailOldOk || byOldAddress;
        newEmailNewOk = newEmailNewOk || !byOldAddress;
        if (!newEmailOldOk || !newEmailNewOk) {
            return false;
        }
        takeEmail(newEmail);
        emailVerifiedAt = now;
        return true;
    }

    private void forgetNewEmail() {
        newEmail = null;
        newEmailOldOk = false;
        newEmailNewOk = false;
    }

    /** A new password; somebody invited becomes active by it. */
    public void takePassword(String hash, Instant now) {
        passwordHash = hash;
        passwordChangedAt = now;
        if (status == AccountStatus.INVITED) {
            status = AccountStatus.ACTIVE;
        }
    }

    /** The same password, hashed at today's cost. */
    public void rehash(String hash) {
        passwordHash = hash;
    }

    public void verifyEmail(Instant now) {
        emailVerifiedAt = now;
    }

    public void enableTotp(String sealedSecret, long usedStep, Instant now) {
        totpSecret = sealedSecret;
        totpEnabledAt = now;
        totpLastStep = usedStep;
    }

    public void disableTotp() {
        totpSecret = null;
        totpEnabledAt = null;
    }

    public void disable() {
        status = AccountStatus.DISABLED;
    }

    /** Back to use; without a password the person is invited still. */
    public void enable() {
        status = passwordHash == null ? AccountStatus.INVITED : AccountStatus.ACTIVE;
    }

    public boolean hasTotp() {
        return totpEnabledAt != null;
    }

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    public Locale locale() {
        return Texts.supported(language);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public String getEmail() {
        return email;
    }

    public String getEmailNorm() {
        return emailNorm;
    }

    public String getNewEmail() {
        return newEmail;
    }

    public boolean isNewEmailOldOk() {
        return newEmailOldOk;
    }

    public boolean isNewEmailNewOk() {
        return newEmailNewOk;
    }

    public String getDisplayName() {
        return displayName;
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public Instant getPasswordChangedAt() {
        return passwordChangedAt;
    }

    public AccountStatus getStatus() {
        return status;
    }

    public Theme getTheme() {
        return theme;
    }

    public String getTotpSecret() {
        return totpSecret;
    }

    public long getTotpLastStep() {
        return totpLastStep;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getEmailVerifiedAt() {
        return emailVerifiedAt;
    }

    public Instant getLastSignInAt() {
        return lastSignInAt;
    }
}

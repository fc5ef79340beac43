package org.vinculo.crm.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.internal.AccountDirectory;
import org.vinculo.crm.identity.internal.AccountNotices;
import org.vinculo.crm.identity.internal.EmailChanges;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.RequestLimits;
import org.vinculo.crm.identity.internal.SecondFactor;
import org.vinculo.crm.identity.internal.SessionLedger;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;

/** What people do with their own account at either door, apart from the password. */
@Stateless
@Boundary
@RolesAllowed({Permission.Code.STAFF, Permission.Code.CUSTOMER})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountService {

    @Inject
    AccountDirectory directory;

    @Inject
    SessionLedger sessions;

    @Inject
    SecondFactor secondFactor;

    @Inject
    EmailChanges emailChanges;

    @Inject
    AccountNotices notices;

    @Inject
    RequestLimits limits;

    @Inject
    Journal journal;

    @Inject
    Settings settings;

    @Inject
    Event<AccessChanged> accessChanged;

    public AccountView own(String sessionId) {
        Account account = directory.own();
        return new AccountView(
                account.getEmail(),
                account.getNewEmail(),
                account.isNewEmailOldOk(),
                account.isNewEmailNewOk(),
                account.getDisplayName(),
                account.locale(),
                account.zoneId(),
                account.getTheme(),
                account.hasTotp(),
                account.hasTotp() ? secondFactor.recoveryCodesLeft(account) : 0,
                account.getPasswordChangedAt(),
                sessions.isProofFresh(account.getId(), sessionId));
    }

    /** @throws InvalidInput on {@code name} when it is missing */
    public void present(String name, Locale locale, ZoneId zone, Theme theme) {
        Account account = directory.own();
        String line = Normal.line(name);
        if (line == null || line.length() > 200) {
            throw InvalidInput.field("name", line == null ? "required" : "tooLong", 200);
        }
        account.present(line, locale, zone, theme);
        accessChanged.fire(new AccessChanged(account.getId()));
    }

    /**
     * Asks for another e-mail address; it is taken when both addresses have confirmed it.
     *
     * @throws ProofNeeded when the password must be given again first
     */
    public void changeEmail(String email, String sessionId, ClientInfo client) {
        Account account = directory.own();
        sessions.requireProof(account.getId(), sessionId);
        limits.require("email", account.realm(), account.getPublicId(), client);
        emailChanges.ask(account, email);
        journal.byCaller("email.asked", account, null);
    }

    /** Uses a link of a change of address. Whether the change is complete now. */
    @PermitAll
    public boolean confirmEmail(Realm realm, String token, ClientInfo client) {
        limits.require("confirm", realm, "", client);
        return emailChanges.confirm(realm, token, client);
    }

    /** @throws ProofNeeded when the password must be given again first */
    public TotpEnrolment newSecondFactor(String sessionId) {
        Account account = directory.own();
        sessions.requireProof(account.getId(), sessionId);
        return secondFactor.propose(account);
    }

    /**
     * Takes an authenticator into use.
     *
     * @return the recovery codes, shown once
     * @throws InvalidInput on {@code code} when it does not fit
     */
    public List<String> enableSecondFactor(String secret, String code, String sessionId) {
        Account account = directory.own();
        sessions.requireProof(account.getId(), sessionId);
        List<String> codes = secondFactor.enable(account, secret, code);
        if (codes.isEmpty()) {
            throw InvalidInput.field("code", "identity.error.code");
        }
        sessions.endAll(account.getId(), sessionId, EndReason.REPLACED);
        notices.secondFactorChanged(account, true);
        journal.byCaller("mfa.enabled", account, null);
        return codes;
    }

    /** @throws NotAllowed when the account must have a second factor */
    public void disableSecondFactor(String sessionId) {
        Account account = directory.own();
        sessions.requireProof(account.getId(), sessionId);
        if (account instanceof StaffUser staff
                && staff.isAdministrator()
                && settings.flag(Setting.MFA_FOR_ADMINISTRATORS)) {
            throw new NotAllowed();
        }
        secondFactor.disable(account);
        notices.secondFactorChanged(account, false);
        journal.byCaller("mfa.disabled", account, null);
    }

    /** New recovery codes; the former ones stop working. */
    public List<String> newRecoveryCodes(String sessionId) {
        Account account = directory.own();
        sessions.requireProof(account.getId(), sessionId);
        journal.byCaller("mfa.codes", account, null);
        return secondFactor.newRecoveryCodes(account);
    }
}

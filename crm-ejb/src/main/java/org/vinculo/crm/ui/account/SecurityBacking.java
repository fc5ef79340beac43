package org.vinculo.crm.ui.account;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.identity.AccountService;
import org.vinculo.crm.identity.AccountView;
import org.vinculo.crm.identity.PasswordService;
import org.vinculo.crm.identity.SessionService;
import org.vinculo.crm.identity.SessionView;
import org.vinculo.crm.identity.SignInView;
import org.vinculo.crm.identity.TotpEnrolment;
import org.vinculo.crm.ui.Feedback;

/** Password, address, second factor and sessions of the person who is signed in. */
@Named
@ViewScoped
public class SecurityBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AccountService accounts;

    @Inject
    transient PasswordService passwords;

    @Inject
    transient SessionService sessionService;

    @Inject
    transient Visit visit;

    @Inject
    transient Feedback feedback;

    private AccountView account;
    private List<SessionView> sessions;
    private List<SignInView> history;
    private TotpEnrolment enrolment;
    private List<String> recoveryCodes = List.of();
    private transient String current;
    private transient String password;
    private String email;
    private String code;

    @PostConstruct
    void load() {
        account = accounts.own(visit.sessionId());
        sessions = sessionService.own(visit.sessionId());
        history = sessionService.history();
    }

    /** Proves that it is still the same person, before delicate changes. */
    public String prove() {
        passwords.prove(current, visit.sessionId(), visit.client());
        return visit.samePage();
    }

    public void changePassword() {
        passwords.change(current, password, visit.sessionId(), visit.client());
        feedback.done("identity.security.password.done");
        load();
    }

    public void changeEmail() {
        accounts.changeEmail(email, visit.sessionId(), visit.client());
        email = null;
        load();
    }

    public void beginSecondFactor() {
        enrolment = accounts.newSecondFactor(visit.sessionId());
        code = null;
    }

    public void cancelSecondFactor() {
        enrolment = null;
    }

    public void enableSecondFactor() {
        recoveryCodes = accounts.enableSecondFactor(enrolment.secret(), code, visit.sessionId());
        enrolment = null;
        load();
    }

    public void disableSecondFactor() {
        accounts.disableSecondFactor(visit.sessionId());
        feedback.done("identity.security.mfa.off.done");
        recoveryCodes = List.of();
        load();
    }

    public void renewRecoveryCodes() {
        recoveryCodes = accounts.newRecoveryCodes(visit.sessionId());
        load();
    }

    public void endSession(String publicId) {
        sessionService.end(publicId);
        feedback.done("identity.security.sessions.ended");
        load();
    }

    public void endOthers() {
        feedback.done("identity.security.sessions.endedOthers", sessionService.endOthers(visit.sessionId()));
        load();
    }

    public AccountView getAccount() {
        return account;
    }

    public List<SessionView> getSessions() {
        return sessions;
    }

    public List<SignInView> getHistory() {
        return history;
    }

    public TotpEnrolment getEnrolment() {
        return enrolment;
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}

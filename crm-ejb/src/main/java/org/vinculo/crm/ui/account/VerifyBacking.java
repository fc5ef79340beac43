package org.vinculo.crm.ui.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.identity.EnrolledSignIn;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignInResult;
import org.vinculo.crm.identity.SignInService;
import org.vinculo.crm.identity.TotpEnrolment;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.SafePath;

/** The second step of signing in: the code, or setting up what makes the codes. */
@Named
@ViewScoped
public class VerifyBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInService signIns;

    @Inject
    transient Visit visit;

    private String next;
    private String code;
    private TotpEnrolment enrolment;
    private List<String> recoveryCodes = List.of();

    public void load() {
        SignInOutcome awaited = signIns.awaited(visit.realm(), visit.halfSecret());
        if (awaited == SignInOutcome.ENROLMENT_NEEDED) {
            enrolment = signIns.newEnrolment(visit.realm(), visit.halfSecret());
        } else if (awaited != SignInOutcome.CODE_NEEDED) {
            visit.redirectToPage("/signin", next);
        }
    }

    public void enter() {
        if (enrolment != null) {
            enrol();
            return;
        }
        SignInResult result = signIns.enterCode(visit.realm(), visit.halfSecret(), code, visit.client());
        if (result.outcome() == SignInOutcome.WAIT) {
            visit.refuse(visit.wait(result.delay()));
        } else if (result.outcome() == SignInOutcome.REFUSED) {
            refused();
        } else {
            visit.goOn(result, next);
        }
    }

    private void enrol() {
        EnrolledSignIn enrolled =
                signIns.enrol(visit.realm(), visit.halfSecret(), enrolment.secret(), code, visit.client());
        if (enrolled.recoveryCodes().isEmpty()) {
            refused();
            return;
        }
        visit.enter(enrolled.result());
        recoveryCodes = enrolled.recoveryCodes();
    }

    private void refused() {
        code = null;
        if (signIns.awaited(visit.realm(), visit.halfSecret()) == SignInOutcome.REFUSED) {
            visit.redirectToPage("/signin", next);
            return;
        }
        visit.refuse(Texts.text(visit.locale(), "identity.error.code"));
    }

    /** On to what was wanted, once the recovery codes have been put away. */
    public void goOn() {
        visit.redirect(SafePath.after(next, visit.door().contextPath()));
    }

    public TotpEnrolment getEnrolment() {
        return enrolment;
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}

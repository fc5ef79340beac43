package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.identity.SignInLogService;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignInView;
import org.vinculo.crm.ui.LazyTable;

/** Every try to sign in. */
@Named
@ViewScoped
public class SigninsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private SignInLogService log;

    private String email;
    private SignInOutcome outcome;
    private final LazyTable<SignInView> rows =
            LazyTable.of(request -> log.list(email, outcome, request), row -> Long.toString(row.id()));

    public LazyTable<SignInView> getRows() {
        return rows;
    }

    public SignInOutcome[] getOutcomes() {
        return SignInOutcome.values();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public SignInOutcome getOutcome() {
        return outcome;
    }

    public void setOutcome(SignInOutcome outcome) {
        this.outcome = outcome;
    }
}

package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.internal.SignInLog;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Every try to sign in at either door, for those who administer users or audit. */
@Stateless
@Boundary
@RolesAllowed({Permission.Code.USER_ADMIN, Permission.Code.AUDIT_VIEW})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SignInLogService {

    @Inject
    SignInLog log;

    /** Newest first; of one address and with one outcome when given. */
    public Page<SignInView> list(String email, SignInOutcome outcome, PageRequest page) {
        return log.page(email, outcome, page);
    }
}

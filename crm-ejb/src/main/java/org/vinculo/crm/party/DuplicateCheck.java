package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.DuplicateFinder;
import org.vinculo.crm.shared.Boundary;

/** Warns while a customer is entered that it may be there already. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Permission.Code.CUSTOMER_CREATE, Permission.Code.CUSTOMER_EDIT})
public class DuplicateCheck {

    @Inject
    DuplicateFinder finder;

    /** Customers like the one in the form, most alike first; empty when nothing says anything. */
    public List<DuplicateCandidate> find(CustomerForm form) {
        return finder.find(form);
    }
}

package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.NeedBook;
import org.vinculo.crm.shared.Boundary;

/** What customers need and prefer, with where that was learnt. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class NeedService {

    @Inject
    CustomerAccess access;

    @Inject
    NeedBook needs;

    public List<NeedView> list(String customerPublicId) {
        return needs.list(
                access.load(customerPublicId, Permission.CUSTOMER_VIEW).getId());
    }

    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void save(String customerPublicId, NeedForm form) {
        needs.save(editable(customerPublicId), form);
    }

    /** The customer said so, or was asked. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void confirm(String customerPublicId, String needPublicId) {
        needs.confirm(editable(customerPublicId), needPublicId);
    }

    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void remove(String customerPublicId, String needPublicId) {
        needs.remove(editable(customerPublicId), needPublicId);
    }

    private long editable(String customerPublicId) {
        Customer customer = access.load(customerPublicId, Permission.CUSTOMER_EDIT);
        return customer.getId();
    }
}

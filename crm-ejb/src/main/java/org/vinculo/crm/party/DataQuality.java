package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.quality.QualityBook;
import org.vinculo.crm.shared.Boundary;

/** How complete, proved and fresh the data are, for one customer and for all in reach. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class DataQuality {

    @Inject
    CustomerAccess access;

    @Inject
    QualityBook book;

    public CustomerQuality of(String customer) {
        return book.of(access.load(customer, Permission.CUSTOMER_VIEW));
    }

    public QualityReport report() {
        return book.report(access.scope(Permission.CUSTOMER_VIEW));
    }
}

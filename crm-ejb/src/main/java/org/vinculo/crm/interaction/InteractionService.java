package org.vinculo.crm.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.internal.InteractionLog;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;

/** Writing down and reading conversations. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.INTERACTION_VIEW)
public class InteractionService {

    @Inject
    Customers customers;

    @Inject
    InteractionLog log;

    /** Writes a conversation down; one with a known external id is the one that is there already. */
    @RolesAllowed(Permission.Code.INTERACTION_LOG)
    public InteractionView log(String customerPublicId, InteractionForm form) {
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_LOG);
        return log.write(customer, form);
    }

    /** Conversations of a customer, newest first, that began before the given moment. */
    public List<InteractionView> list(String customerPublicId, Instant before, int limit) {
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_VIEW);
        return log.list(customer.id(), before, limit);
    }
}

package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;

/** What contacts cost, version by version. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class ChannelCostService {

    @Inject
    ChannelCosts costs;

    @Inject
    CurrentCaller caller;

    /** The newest version first; empty before anybody said what contacts cost. */
    public List<ChannelCostList> versions() {
        return costs.versions();
    }

    /** What to start the next version from: the newest one, or one that costs nothing. */
    public ChannelCostList draft() {
        return costs.draft();
    }

    /** @throws InvalidInput naming the field {@code perContact.CHANNEL}, {@code validFrom} and so on */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public ChannelCostList save(ChannelCostList list) {
        return costs.decide(list, caller.get().name());
    }
}

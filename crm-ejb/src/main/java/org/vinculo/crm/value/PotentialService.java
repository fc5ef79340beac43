package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.internal.GrowthQuery;
import org.vinculo.crm.value.internal.ProspectQuery;

/** Who could be worth more, and who resembles those who are worth most. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class PotentialService {

    @Inject
    GrowthQuery growth;

    @Inject
    ProspectQuery prospects;

    /** Customers of alike, and what one in ten of them reaches; the largest group first. Empty before the first refresh. */
    public List<PeerGroup> peers() {
        return growth.peers();
    }

    /** Customers in reach with something missing to their potential, the most first. */
    public Page<CustomerGap> gaps(PageRequest page) {
        return growth.gaps(page);
    }

    /** What the most valuable customers in reach have in common; empty where there are none. */
    public Optional<BestProfile> profile() {
        return prospects.profile();
    }

    /** Prospects in reach, the most alike first; nobody where there is no profile. */
    public Page<AlikeProspect> alike(PageRequest page) {
        return prospects.page(page);
    }
}

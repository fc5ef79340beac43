package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.merge.MergeDesk;
import org.vinculo.crm.party.internal.merge.MergePlans;
import org.vinculo.crm.party.internal.merge.SplitDesk;
import org.vinculo.crm.shared.Boundary;

/**
 * Makes one customer out of two records, and two out of one again. Everything that is attached moves; of consents the
 * strictest counts. The number of the record that went leads on to the one that stayed.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_MERGE)
public class CustomerMerging {

    @Inject
    MergePlans plans;

    @Inject
    MergeDesk desk;

    @Inject
    SplitDesk splits;

    /** What merging the other one into the survivor would mean. */
    public MergePlan plan(String survivor, String other) {
        return plans.of(survivor, other);
    }

    /**
     * Merges. What is not chosen is taken as {@link #plan} proposes.
     *
     * @param survivorVersion version of the survivor that was looked at
     * @param otherVersion version of the other one
     * @return public id of the merge
     * @throws org.vinculo.crm.shared.ConcurrentChange when somebody changed either of the two since; nothing is written
     */
    public String merge(
            String survivor,
            long survivorVersion,
            String other,
            long otherVersion,
            Map<String, MergeField.Choice> choices) {
        return desk.merge(survivor, survivorVersion, other, otherVersion, choices);
    }

    /** The records that became a part of the customer and were not split off, the newest first. */
    @RolesAllowed(Permission.Code.CUSTOMER_VIEW)
    public List<MergeView> parts(String survivor) {
        return splits.parts(survivor);
    }

    /**
     * Splits off again: both records are as they were, except for what somebody changed since; that, and what is new,
     * stays with the survivor. Public id of the record that is back.
     *
     * @param merge public id of the merge; null for the newest
     */
    public String split(String survivor, String merge) {
        return splits.split(survivor, merge);
    }
}

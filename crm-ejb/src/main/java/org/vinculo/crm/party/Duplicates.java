package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.duplicate.DuplicateQueue;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Customers who seem to be there twice: the queue of pairs, and searching the whole base. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_MERGE)
public class Duplicates {

    @Inject
    CurrentCaller caller;

    @Inject
    DuplicateQueue queue;

    @Inject
    DuplicateScans scans;

    /** The pairs of which the caller reaches both customers, the most alike first. */
    public Page<DuplicatePairView> search(DuplicateSearch search, PageRequest page) {
        return queue.page(search, page);
    }

    /**
     * The same from a place on.
     *
     * @param belowScore score of the last pair seen, or null for the first page
     * @param afterId its {@link DuplicatePairView#id}
     */
    public List<DuplicatePairView> slice(DuplicateSearch search, Integer belowScore, long afterId, int limit) {
        return queue.slice(search, belowScore, afterId, limit);
    }

    /** @throws org.vinculo.crm.shared.NotFound when the caller does not reach both customers */
    public DuplicatePairView get(String publicId) {
        return queue.view(queue.require(publicId));
    }

    /** These are two customers: the pairs leave the queue and do not come back. How many there were. */
    public int dismiss(Collection<String> publicIds) {
        return queue.decide(publicIds, DuplicateState.DISMISSED);
    }

    /** Takes {@link #dismiss} back. */
    public int reopen(Collection<String> publicIds) {
        return queue.decide(publicIds, DuplicateState.OPEN);
    }

    /** The newest search of the base. */
    public Optional<DuplicateScanView> lastScan() {
        return scans.last();
    }

    /** Compares everybody with everybody who shares a key. Public id of the job. */
    public String scan() {
        return scans.begin(true, caller.get().name());
    }
}

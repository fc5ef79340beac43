package org.vinculo.crm.party.internal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.MergeView;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.MergedRecord;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.party.internal.duplicate.DuplicateQueue;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/**
 * Takes merges back. Only the newest of a survivor can be split off: what an older one left is what the newer one
 * started from.
 */
@ApplicationScoped
public class SplitDesk {

    private static final int MOST_PARTS = 200;

    private static final String PARTS =
            "select m from MergedRecord m where m.survivorId = :survivor and m.splitAt is null order by m.id desc";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerAccess access;

    @Inject
    TokenIndex tokens;

    @Inject
    DuplicateQueue queue;

    @Inject
    AuditLog audit;

    @Inject
    MergeCustom custom;

    @Inject
    @Any
    Instance<CustomerMerger> mergers;

    @Inject
    Event<AccessChanged> accessChanged;

    public List<MergeView> parts(String survivorId) {
        Customer survivor = access.load(survivorId, Permission.CUSTOMER_VIEW);
        List<MergedRecord> merges = open(survivor.getId());
        if (merges.isEmpty()) {
            return List.of();
        }
        Map<Long, Customer> merged = em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter(
                        "ids", merges.stream().map(MergedRecord::getMergedId).toList())
                .getResultStream()
                .collect(Collectors.toMap(Customer::getId, Function.identity()));
        long newest = merges.get(0).getId();
        return merges.stream()
                .map(merge -> view(merge, merged.get(merge.getMergedId()), merge.getId() == newest))
                .toList();
    }

    private static MergeView view(MergedRecord merge, Customer merged, boolean newest) {
        return new MergeView(
                merge.getPublicId(),
                merged.getPublicId(),
                merged.getDisplayName(),
                merged.getExternalId(),
                merge.getMergedAt(),
                merge.getMergedBy(),
                merge.getMovedRows(),
                newest);
    }

    private List<MergedRecord> open(long survivor) {
        return em.createQuery(PARTS, MergedRecord.class)
                .setParameter("survivor", survivor)
                .setMaxResults(MOST_PARTS)
                .getResultList();
    }

    public String split(String survivorId, String mergeId) {
        Customer survivor = access.load(survivorId, Permission.CUSTOMER_MERGE);
        List<MergedRecord> merges = open(survivor.getId());
        MergedRecord merge = merges.stream()
                .filter(each -> mergeId == null || each.getPublicId().equals(mergeId))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!merge.equals(merges.get(0))) {
            throw InvalidInput.field("merge", "merge.error.newestFirst");
        }
        Customer merged = em.find(Customer.class, merge.getMergedId());
        MergeDesk.lock(em, survivor, merged);
        em.refresh(merge);
        if (merge.getSplitAt() != null || survivor.isMerged() || survivor.isDeleted()) {
            throw new ConcurrentChange();
        }
        merge.split(clock.instant(), caller.get().name());
        audit.record(AuditEvent.about(
                "customerSplit", "customer", survivor.getPublicId(), survivor.getId(), merged.getPublicId()));
        queue.of(survivor.getId(), merged.getId())
                .ifPresent(pair -> pair.decide(
                        DuplicateState.DISMISSED, clock.instant(), caller.get().name()));
        String back = merged.getPublicId();
        undo(merge);
        accessChanged.fire(new AccessChanged(null));
        return back;
    }

    private void undo(MergedRecord merge) {
        RowMerge run = new RowMerge(em, merge, caller.get().name(), clock.instant(), false);
        run.notes().undo(merge.getSurvivorId(), merge.getMergedId());
        mergers.forEach(merger -> merger.split(run));
        em.flush();
        em.clear();
        custom.compute(merge.getSurvivorId(), merge.getMergedId());
        List<Customer> both =
                List.of(em.find(Customer.class, merge.getSurvivorId()), em.find(Customer.class, merge.getMergedId()));
        both.forEach(each -> em.lock(each, LockModeType.OPTIMISTIC_FORCE_INCREMENT));
        tokens.refresh(both);
    }
}

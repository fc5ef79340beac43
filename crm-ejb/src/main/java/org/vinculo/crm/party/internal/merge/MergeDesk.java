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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerJson;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.MergeField;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.MergeRun.Row;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.DuplicatePair;
import org.vinculo.crm.party.entity.MergedRecord;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.party.internal.duplicate.DuplicateQueue;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.ConcurrentChange;

/**
 * Merges two records in one transaction. Both are locked first, in the order of their numbers, so that whoever writes
 * something for one of them meanwhile comes before or after, and two merges never wait for each other in a ring.
 */
@ApplicationScoped
public class MergeDesk {

    /** Kept out of the comparison of contact points: they move by themselves. */
    private static final Set<String> MOVING = Set.of("customer_id", "version");

    private static final String CUSTOMER = "customer";
    private static final String POINTS = "contact_point";

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
    Jobs jobs;

    @Inject
    MergeCustom custom;

    @Inject
    @Any
    Instance<CustomerMerger> mergers;

    @Inject
    Event<AccessChanged> accessChanged;

    public String merge(
            String survivorId, long survivorVersion, String otherId, long otherVersion, Map<String, Choice> wanted) {
        Customer survivor = access.load(survivorId, Permission.CUSTOMER_MERGE);
        Customer other = access.load(otherId, Permission.CUSTOMER_MERGE);
        if (survivor.getId().equals(other.getId()) && !survivorId.equals(otherId)) {
            throw new ConcurrentChange();
        }
        MergePlans.different(survivor, other);
        lock(em, survivor, other);
        if (survivor.getVersion() != survivorVersion
                || other.getVersion() != otherVersion
                || Stream.of(survivor, other).anyMatch(each -> each.isMerged() || each.isDeleted())) {
            throw new ConcurrentChange();
        }
        Map<String, Choice> chosen = withTeam(wanted);
        Map<String, Choice> choices = Stream.concat(
                        MergeFields.of(survivor, other, String::valueOf, String::valueOf).stream(),
                        custom.fields(survivor, other).stream())
                .collect(Collectors.toMap(
                        MergeField::name, field -> chosen.getOrDefault(field.name(), field.proposed())));
        Instant now = clock.instant();
        String by = caller.get().name();
        MergedRecord merge =
                new MergedRecord(survivor.getId(), other.getId(), now, by, snapshot(survivor), snapshot(other));
        em.persist(merge);
        audit.record(AuditEvent.about("customerMerged", CUSTOMER, survivorId, survivor.getId(), other.getPublicId()));
        Map<String, Long> primaries = MergeFields.primaries(survivor, other, choices);
        RowMerge run = new RowMerge(em, merge, by, now, false);
        move(run, choices, primaries);
        finish(merge.getId(), run.movedRows());
        return merge.getPublicId();
    }

    /** An owner brings the team along unless that was chosen too. */
    private static Map<String, Choice> withTeam(Map<String, Choice> wanted) {
        Map<String, Choice> chosen = new HashMap<>(wanted);
        if (wanted.containsKey("owner")) {
            chosen.putIfAbsent("team", wanted.get("owner"));
        }
        return chosen;
    }

    private void move(RowMerge run, Map<String, Choice> choices, Map<String, Long> primaries) {
        Map<Long, Row> customersBefore = customers(run);
        Map<Long, Row> pointsBefore = points(run);
        mergers.forEach(merger -> merger.merge(run));
        custom.take(run, choices);
        em.flush();
        em.clear();
        custom.compute(run.survivor());
        Customer survivor = em.find(Customer.class, run.survivor());
        Customer other = em.find(Customer.class, run.merged());
        MergeFields.apply(survivor, other, choices);
        MergeFields.prefer(survivor, primaries);
        survivor.settleContactPoints(
                java.time.LocalDate.ofInstant(run.at(), caller.get().zone()));
        survivor.changed(run.at());
        swapNumbers(survivor, other, choices.get("externalId"));
        other.mergeInto(run.survivor(), run.at(), run.by());
        isChanged(survivor, other);
        tokens.refresh(List.of(survivor, other));
        em.flush();
        RowStore store = new RowStore(em);
        note(
                run.notes(),
                CUSTOMER,
                customersBefore,
                byId(List.of(
                        store.rows(CUSTOMER, "id", run.survivor()).get(0),
                        store.rows(CUSTOMER, "id", run.merged()).get(0))));
        note(run.notes(), POINTS, pointsBefore, points(run));
    }

    /** Numbers are unique: the survivor lets go of its own before it takes the other's, which then gets that one. */
    private void swapNumbers(Customer survivor, Customer other, Choice choice) {
        if (choice == Choice.OTHER) {
            String ours = survivor.getExternalId();
            String theirs = other.getExternalId();
            survivor.renumber(null);
            other.renumber(null);
            em.flush();
            survivor.renumber(theirs);
            other.renumber(ours);
        }
    }

    private void finish(long mergeId, long rows) {
        MergedRecord merge = em.find(MergedRecord.class, mergeId);
        merge.moved(rows);
        DuplicatePair pair =
                queue.of(merge.getSurvivorId(), merge.getMergedId()).orElse(null);
        if (pair != null) {
            pair.decide(DuplicateState.MERGED, merge.getMergedAt(), merge.getMergedBy());
        }
        jobs.submit(MergeFollowJob.NAME, merge.getPublicId(), merge.getMergedBy());
        accessChanged.fire(new AccessChanged(null));
    }

    private String snapshot(Customer customer) {
        return CustomerJson.write(CustomerViews.form(customer, null));
    }

    /**
     * Locks both, lower number first. The statement that changes nothing takes the lock that Derby asks of whoever adds
     * rows for a customer; the other one does so on PostgreSQL.
     */
    static void lock(EntityManager em, Customer one, Customer other) {
        List<Customer> both = one.getId() < other.getId() ? List.of(one, other) : List.of(other, one);
        for (Customer customer : both) {
            em.refresh(customer, LockModeType.PESSIMISTIC_WRITE);
            em.createNativeQuery("update customer set version = version where id = ?1")
                    .setParameter(1, customer.getId())
                    .executeUpdate();
        }
    }

    /** Whoever has one of them open is told, even when nothing of the record itself is different. */
    private void isChanged(Customer one, Customer other) {
        em.lock(one, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.lock(other, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    private static Map<Long, Row> customers(RowMerge run) {
        return byId(Stream.of(run.survivor(), run.merged())
                .flatMap(id -> run.store().rows(CUSTOMER, "id", id).stream())
                .toList());
    }

    private static Map<Long, Row> points(RowMerge run) {
        List<Row> rows = new ArrayList<>(run.rows(POINTS, run.survivor()));
        rows.addAll(run.rows(POINTS, run.merged()));
        return byId(rows);
    }

    private static Map<Long, Row> byId(List<Row> rows) {
        Map<Long, Row> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    private static void note(MergeNotes notes, String table, Map<Long, Row> before, Map<Long, Row> after) {
        after.forEach((id, row) -> {
            Map<String, String> values = new HashMap<>(row.values());
            if (table.equals(POINTS)) {
                values.keySet().removeAll(MOVING);
            }
            notes.changed(table, id, before.get(id).values(), values);
        });
    }
}

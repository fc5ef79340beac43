package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.BulkAction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.entity.BulkChange;
import org.vinculo.crm.party.entity.BulkRun;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.CustomerGroup;

/** Does one thing to some customers and writes down what each was before; and puts them back. */
@ApplicationScoped
public class BulkWork {

    private static final String NOTHING = "-";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerAccess access;

    @Inject
    CustomerWriter writer;

    @Inject
    GroupBook groups;

    @Inject
    CustomBook custom;

    @Inject
    AddressProofDesk proofs;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** How many were changed, and how many were left as they are for a reason that is written down. */
    record Outcome(long changed, long left) {}

    Outcome run(BulkRun run, List<Long> ids) {
        Map<Long, Customer> customers = load(ids);
        List<Customer> reached = ids.stream()
                .map(customers::get)
                .filter(Objects::nonNull)
                .filter(customer -> !customer.isDeleted())
                .filter(customer -> access.reaches(customer, run.getAction().permission()))
                .toList();
        long refused = 0;
        for (Long id : ids) {
            Customer customer = customers.get(id);
            if (customer != null && !reached.contains(customer)) {
                em.persist(BulkChange.refused(run.getId(), id, customer.isDeleted() ? "deleted" : "notAllowed"));
                refused++;
            }
        }
        if (run.getAction() == BulkAction.CONFIRM_EMAIL) {
            long asked = ask(run, reached);
            return new Outcome(asked, refused + reached.size() - asked);
        }
        long changed = run.getAction().isGroup() ? group(run, reached) : change(run, reached);
        return new Outcome(changed, refused);
    }

    /** Asks for the address that mail goes to; who has none left to confirm, or was asked lately, is left. */
    private long ask(BulkRun run, List<Customer> reached) {
        long asked = 0;
        for (Customer customer : reached) {
            String refusal = proofs.askFor(customer);
            em.persist(
                    refusal == null
                            ? BulkChange.made(run.getId(), customer.getId(), NOTHING)
                            : BulkChange.refused(run.getId(), customer.getId(), refusal));
            asked += refusal == null ? 1 : 0;
        }
        return asked;
    }

    private long group(BulkRun run, List<Customer> reached) {
        CustomerGroup group = groups.find(run.getArgument()).orElseThrow();
        List<Long> ids = reached.stream().map(Customer::getId).toList();
        boolean adds = run.getAction() == BulkAction.TAG || run.getAction() == BulkAction.LIST_ADD;
        Set<Long> changed = adds ? groups.add(group, ids, caller.get().name()) : groups.remove(group, ids);
        changed.forEach(id -> em.persist(BulkChange.made(run.getId(), id, NOTHING)));
        return changed.size();
    }

    private long change(BulkRun run, List<Customer> reached) {
        Map<Customer, BulkChange> changes = new LinkedHashMap<>();
        for (Customer customer : reached) {
            String before = value(run.getAction(), customer, run.getArgument());
            if (set(run.getAction(), customer, run.getArgument())) {
                customer.changed(clock.instant());
                BulkChange change = BulkChange.made(run.getId(), customer.getId(), before);
                em.persist(change);
                changes.put(customer, change);
            }
        }
        em.flush();
        changes.forEach((customer, change) -> change.left(customer.getVersion()));
        return changes.size();
    }

    /** What the customer has now, as it is put back. */
    private String value(BulkAction action, Customer customer, String argument) {
        Object value =
                switch (action) {
                    case OWNER, TEAM -> customer.getOwnerId() + ":" + customer.getTeamId();
                    case STAGE -> customer.getStage();
                    case LANGUAGE -> customer.getLanguage();
                    case ACQUIRED_VIA -> customer.getAcquiredVia();
                    case ACQUIRED_FROM -> customer.getAcquiredFrom();
                    case FIELD -> custom.text(customer.getId(), argument.substring(0, argument.indexOf('=')));
                    default -> null;
                };
        return value == null ? null : value.toString();
    }

    private boolean set(BulkAction action, Customer customer, String value) {
        String before = value(action, customer, value);
        switch (action) {
            case OWNER ->
                writer.assign(
                        customer, value == null ? null : staff.byPublicId(value).orElseThrow());
            case TEAM -> customer.assignTo(customer.getOwnerId(), value == null ? null : team(value));
            case DELETE -> {
                customer.delete(clock.instant(), caller.get().name());
                return true;
            }
            case FIELD -> {
                int equals = value.indexOf('=');
                return custom.write(customer, Map.of(value.substring(0, equals), value.substring(equals + 1)));
            }
            default -> plain(action, customer, value);
        }
        return !Objects.equals(before, value(action, customer, value));
    }

    private static void plain(BulkAction action, Customer customer, String value) {
        switch (action) {
            case STAGE ->
                customer.beKnownAs(customer.getKind(), CustomerStage.valueOf(value), customer.getExternalId());
            case LANGUAGE -> customer.speak(value, customer.getZone());
            case ACQUIRED_VIA ->
                customer.acquired(customer.getAcquiredFrom(), value == null ? null : Channel.valueOf(value));
            case ACQUIRED_FROM -> customer.acquired(value, customer.getAcquiredVia());
            default -> throw new IllegalArgumentException(action.name());
        }
    }

    private long team(String publicId) {
        return staff.teams().stream()
                .filter(team -> team.publicId().equals(publicId))
                .map(TeamRef::id)
                .findFirst()
                .orElseThrow();
    }

    /** Puts customers back as they were; those that somebody changed since, or that are out of reach now, stay. */
    Outcome undo(BulkRun run, List<BulkChange> changes) {
        Map<Long, Customer> customers =
                load(changes.stream().map(BulkChange::getCustomerId).toList());
        if (run.getAction().isGroup()) {
            return ungroup(run, changes);
        }
        long done = 0;
        for (BulkChange change : changes) {
            Customer customer = customers.get(change.getCustomerId());
            if (customer != null
                    && customer.getVersion() == change.getVersionAfter()
                    && access.reaches(customer, run.getAction().permission())) {
                putBack(run, customer, change.getBefore());
                customer.changed(clock.instant());
                done++;
            }
        }
        return new Outcome(done, changes.size() - done);
    }

    private Outcome ungroup(BulkRun run, List<BulkChange> changes) {
        List<Long> ids = changes.stream().map(BulkChange::getCustomerId).toList();
        boolean added = run.getAction() == BulkAction.TAG || run.getAction() == BulkAction.LIST_ADD;
        long done = groups.find(run.getArgument())
                .map(group -> added
                        ? groups.remove(group, ids)
                        : groups.add(group, ids, caller.get().name()))
                .map(Set::size)
                .orElse(0);
        return new Outcome(done, ids.size() - done);
    }

    private void putBack(BulkRun run, Customer customer, String before) {
        switch (run.getAction()) {
            case OWNER, TEAM -> {
                String[] ids = before.split(":");
                customer.assignTo(id(ids[0]), id(ids[1]));
            }
            case DELETE -> customer.restore();
            case FIELD -> {
                String argument = run.getArgument();
                Map<String, String> values = new LinkedHashMap<>();
                values.put(argument.substring(0, argument.indexOf('=')), before);
                custom.write(customer, values);
            }
            default -> plain(run.getAction(), customer, before);
        }
    }

    private static Long id(String text) {
        return text.equals("null") ? null : Long.valueOf(text);
    }

    private Map<Long, Customer> load(List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Customer::getId, customer -> customer));
    }
}

package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.entity.BulkChange;
import org.vinculo.crm.party.entity.BulkRun;
import org.vinculo.crm.party.internal.BulkJob;
import org.vinculo.crm.party.internal.BulkOrders;
import org.vinculo.crm.party.internal.CustomerQuery;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;

/**
 * Work on all customers of a list, as a job: it changes only whom the caller may change, says whom it left and why, and
 * can be taken back for {@link BulkRun#UNDO}.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class BulkService {

    private static final int COUNTED = 1_000_000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerQuery query;

    @Inject
    BulkOrders orders;

    @Inject
    StaffDirectory staff;

    @Inject
    Jobs jobs;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** How many customers the work would be on. */
    public long count(CustomerList wanted) {
        return query.countExact(wanted, COUNTED);
    }

    /** What the caller may do with customers. */
    public List<BulkAction> actions() {
        return Arrays.stream(BulkAction.values())
                .filter(action -> caller.has(action.permission()))
                .filter(action -> action != BulkAction.TEAM || caller.scope(Permission.CUSTOMER_EDIT) == Scope.ALL)
                .filter(action -> action != BulkAction.OWNER || caller.scope(Permission.CUSTOMER_EDIT) != Scope.OWN)
                .filter(action -> action != BulkAction.FIELD || !orders.fields().isEmpty())
                .toList();
    }

    /** The teams that customers can be given to. */
    public List<TeamRef> teams() {
        return staff.teams();
    }

    /**
     * Begins the work.
     *
     * @param argument what they get: the public id of a person, team or group, a code, or text; null for nothing
     * @return the run
     * @throws InvalidInput on {@code argument} when the caller may not choose that
     */
    @RolesAllowed({Permission.Code.CUSTOMER_EDIT, Permission.Code.CUSTOMER_DELETE})
    public String start(CustomerList wanted, BulkAction action, String argument) {
        if (action == null || !actions().contains(action)) {
            throw InvalidInput.field("action", "choice");
        }
        String value = argument == null || argument.isBlank() ? null : argument.strip();
        String text = orders.check(action, value);
        String selection = CustomerListJson.write(wanted);
        long count = count(wanted);
        if (count == 0) {
            throw InvalidInput.field("action", "list.error.nobody");
        }
        if (selection.length() > 4000) {
            throw InvalidInput.field("action", "list.error.tooLong");
        }
        BulkRun run = new BulkRun(action, value, text, selection, count);
        run.askedBy(
                BulkOrders.callerText(caller.get()),
                caller.get().accountId(),
                Objects.toString(caller.get().name(), "-"),
                clock.instant());
        em.persist(run);
        run.workedOn(jobs.submit(
                BulkJob.NAME, BulkJob.DO + run.getPublicId(), caller.get().name()));
        return run.getPublicId();
    }

    /** Takes the work back, as far as nobody changed the customers since. */
    @RolesAllowed({Permission.Code.CUSTOMER_EDIT, Permission.Code.CUSTOMER_DELETE})
    public void undo(String publicId) {
        BulkRun run = own(publicId);
        if (!run.isUndoable(clock.instant())) {
            throw InvalidInput.field("undo", "list.error.tooLate");
        }
        run.become(BulkState.UNDOING);
        run.workedOn(jobs.submit(
                BulkJob.NAME, BulkJob.UNDO + run.getPublicId(), caller.get().name()));
    }

    /** Work that the caller asked for. */
    public BulkRunView get(String publicId) {
        return own(publicId).view(clock.instant());
    }

    /** The latest work of the caller. */
    public List<BulkRunView> latest(int size) {
        return em.createQuery("select r from BulkRun r where r.accountId = :account order by r.id desc", BulkRun.class)
                .setParameter("account", caller.get().accountId())
                .setMaxResults(Math.min(100, size))
                .getResultStream()
                .map(run -> run.view(clock.instant()))
                .toList();
    }

    /** The customers that were left as they are, and why. */
    public Page<BulkRefusal> refusals(String publicId, PageRequest page) {
        BulkRun run = own(publicId);
        List<BulkChange> refused = em.createQuery(
                        "select c from BulkChange c where c.runId = :run and c.refusal is not null order by c.id",
                        BulkChange.class)
                .setParameter("run", run.getId())
                .setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultList();
        Map<Long, CustomerRef> names =
                orders.names(refused.stream().map(BulkChange::getCustomerId).toList());
        List<BulkRefusal> rows = new ArrayList<>();
        for (BulkChange change : refused) {
            CustomerRef customer = names.get(change.getCustomerId());
            rows.add(new BulkRefusal(
                    customer.publicId(),
                    customer.name(),
                    "list.bulk.refusal." + change.getRefusal().toLowerCase(Locale.ROOT)));
        }
        return new Page<>(rows, run.view(clock.instant()).left(), false);
    }

    private BulkRun own(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            throw new NotFound();
        }
        return em.createQuery(
                        "select r from BulkRun r where r.publicId = :id and r.accountId = :account", BulkRun.class)
                .setParameter("id", publicId)
                .setParameter("account", caller.get().accountId())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}

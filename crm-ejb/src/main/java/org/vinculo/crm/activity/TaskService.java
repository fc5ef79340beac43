package org.vinculo.crm.activity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.activity.internal.TaskBook;
import org.vinculo.crm.activity.internal.TaskQuery;
import org.vinculo.crm.activity.internal.Who;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/**
 * What staff and teams are going to do. A task is reached through its customer, by whoever does it or asked for it, and by
 * the team in whose queue it is.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.ACTIVITY_VIEW)
public class TaskService {

    private static final int MOST_AT_ONCE = 500;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffDirectory staff;

    @Inject
    TaskBook book;

    @Inject
    TaskQuery query;

    @Inject
    Who who;

    /**
     * Who had a task before it was given to another.
     *
     * @param assignee public id, or null
     * @param team public id, or null
     */
    public record Before(String task, String assignee, String team) implements Serializable {}

    /** What is due first comes first. */
    public Page<TaskView> list(TaskFilter filter, PageRequest page) {
        return query.page(filter, page);
    }

    /** How many there are in the views of what is to be done. */
    public Map<TaskFilter, Long> counts() {
        return query.counts();
    }

    /** Of one customer: open ones first. */
    public Page<TaskView> ofCustomer(String customerPublicId, PageRequest page) {
        long customer =
                customers.require(customerPublicId, Permission.ACTIVITY_VIEW).id();
        return Page.of(book.views(book.of(customer, page.first(), page.size())), page, () -> book.count(customer));
    }

    /** @throws NotFound when there is none or it is out of reach */
    public TaskView get(String publicId) {
        return view(require(publicId, Permission.ACTIVITY_VIEW));
    }

    /** Everybody who can be given a task, by name. */
    public List<StaffRef> people() {
        return staff.active();
    }

    /** The queues there are. */
    public List<TeamRef> teams() {
        return staff.teams();
    }

    /** @throws InvalidInput with every field that is wrong */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView make(TaskForm form) {
        return view(book.make(customer(form.getCustomer()), form, TaskOrigin.STAFF));
    }

    /** As {@link #make(TaskForm)}, for what another room proposed and somebody accepted. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView make(TaskForm form, TaskOrigin origin) {
        return view(book.make(customer(form.getCustomer()), form, origin));
    }

    /** @throws ConcurrentChange when it was changed or done meanwhile */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView change(TaskForm form) {
        Task task = require(form.getPublicId(), Permission.ACTIVITY_EDIT);
        CustomerRef present = task.getCustomerId() == null
                ? null
                : customers.find(task.getCustomerId()).orElse(null);
        boolean same = present != null && present.publicId().equals(form.getCustomer());
        book.change(task, same ? present : customer(form.getCustomer()), form);
        return view(task);
    }

    private CustomerRef customer(String publicId) {
        return publicId == null ? null : customers.require(publicId, Permission.ACTIVITY_EDIT);
    }

    /** The caller does it. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView take(String publicId) {
        Long own = who.account();
        if (own == null) {
            throw new NotAllowed();
        }
        Task task = require(publicId, Permission.ACTIVITY_EDIT);
        book.take(task, own);
        return view(task);
    }

    /** Back into the queue it came from. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView giveBack(String publicId) {
        Task task = require(publicId, Permission.ACTIVITY_EDIT);
        book.giveBack(task);
        return view(task);
    }

    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView done(String publicId) {
        Task task = require(publicId, Permission.ACTIVITY_EDIT);
        book.done(task);
        return view(task);
    }

    /** It is not going to be done. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView drop(String publicId) {
        Task task = require(publicId, Permission.ACTIVITY_EDIT);
        book.drop(task);
        return view(task);
    }

    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public TaskView reopen(String publicId) {
        Task task = require(publicId, Permission.ACTIVITY_EDIT);
        book.reopen(task);
        return view(task);
    }

    /** Those that were open and in reach are done; the answer names them. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public List<String> done(Collection<String> publicIds) {
        return reached(publicIds).stream()
                .filter(Task::isOpen)
                .peek(book::done)
                .map(Task::getPublicId)
                .toList();
    }

    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public void reopen(Collection<String> publicIds) {
        reached(publicIds).forEach(book::reopen);
    }

    /**
     * Gives those that are open and in reach to somebody or into a queue.
     *
     * @param assignee public id, or null for the queue
     * @param team public id of the team, or null
     * @return who had them before
     */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public List<Before> assign(Collection<String> publicIds, String assignee, String team) {
        if (assignee == null && team == null) {
            throw InvalidInput.field("assignee", "required");
        }
        List<Task> open = reached(publicIds).stream().filter(Task::isOpen).toList();
        List<Before> before = book.views(open).stream()
                .map(view -> new Before(view.publicId(), view.assigneeId(), view.teamId()))
                .toList();
        open.forEach(task -> book.assign(task, assignee, team));
        return before;
    }

    /** Gives them back to whoever had them. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public void putBack(Collection<Before> before) {
        for (Before each : before) {
            Task task = require(each.task(), Permission.ACTIVITY_EDIT);
            if (task.isOpen() && (each.assignee() != null || each.team() != null)) {
                book.assign(task, each.assignee(), each.team());
            }
        }
    }

    private List<Task> reached(Collection<String> publicIds) {
        if (publicIds.size() > MOST_AT_ONCE) {
            throw InvalidInput.field("tasks", "tooLarge", MOST_AT_ONCE);
        }
        return book.find(publicIds).stream()
                .filter(task -> reaches(task, Permission.ACTIVITY_EDIT))
                .toList();
    }

    private Task require(String publicId, Permission permission) {
        return book.find(publicId).filter(task -> reaches(task, permission)).orElseThrow(NotFound::new);
    }

    private boolean reaches(Task task, Permission permission) {
        Long own = who.account();
        boolean ones = own != null && (own.equals(task.getAssigneeId()) || own.equals(task.getAuthorId()));
        boolean teams = who.team() != null && who.team().equals(task.getTeamId());
        return ones
                || teams
                || caller.scope(permission) == Scope.ALL
                || task.getCustomerId() != null && customers.reaches(task.getCustomerId(), permission);
    }

    private TaskView view(Task task) {
        return book.views(List.of(task)).get(0);
    }
}

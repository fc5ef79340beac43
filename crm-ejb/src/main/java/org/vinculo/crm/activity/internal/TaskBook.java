package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.TaskForm;
import org.vinculo.crm.activity.TaskOrigin;
import org.vinculo.crm.activity.TaskRepeat;
import org.vinculo.crm.activity.TaskState;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Fields;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.PublicId;

/** Keeps tasks; who may is decided at the door. */
@ApplicationScoped
public class TaskBook {

    private static final int TITLE_LENGTH = 200;
    private static final int NOTE_LENGTH = 2000;
    private static final int MOST_YEARS = 5;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    StaffDirectory staff;

    @Inject
    Customers customers;

    public Optional<Task> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select t from Task t where t.publicId = :id", Task.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public List<Task> find(Collection<String> publicIds) {
        List<String> ids =
                publicIds.stream().filter(PublicId::isWellFormed).distinct().toList();
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select t from Task t where t.publicId in :ids order by t.id", Task.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    public Task make(CustomerRef customer, TaskForm form, TaskOrigin origin) {
        Task task = new Task(origin, who.account(), who.now(), who.name());
        write(task, customer, form);
        em.persist(task);
        return task;
    }

    public void change(Task task, CustomerRef customer, TaskForm form) {
        if (task.getVersion() != form.getVersion() || !task.isOpen()) {
            throw new ConcurrentChange();
        }
        write(task, customer, form);
    }

    private void write(Task task, CustomerRef customer, TaskForm form) {
        Fields fields = new Fields();
        String title = fields.required("title", form.getTitle(), TITLE_LENGTH);
        String note = fields.text("note", form.getNote(), NOTE_LENGTH);
        fields.required("priority", form.getPriority());
        LocalDate due = form.getDueOn();
        if (form.getDueTime() != null && due == null) {
            fields.wrong("dueOn", "required");
        }
        if (due != null
                && !due.equals(task.getDueOn())
                && (due.isBefore(LocalDate.ofInstant(who.now(), who.zone()).minusYears(1))
                        || due.isAfter(who.today().plusYears(MOST_YEARS)))) {
            fields.wrong("dueOn", "activity.error.taskDue");
        }
        TaskRepeat repeats = form.getRepeats() == null ? TaskRepeat.NONE : form.getRepeats();
        if (repeats != TaskRepeat.NONE && due == null) {
            fields.wrong("dueOn", "activity.error.repeatNeedsDay");
        }
        Instant remind = form.getRemindAt() == null
                ? null
                : form.getRemindAt().atZone(who.zone()).toInstant();
        if (remind != null && !remind.equals(task.getRemindAt()) && remind.isBefore(who.now())) {
            fields.wrong("remindAt", "activity.error.remindPast");
        }
        fields.check();
        task.about(customer == null ? null : customer.id());
        task.say(title, note, form.getPriority());
        task.due(due, dueAt(due, form.getDueTime(), who.zone()), form.getDueTime() != null);
        task.remind(remind);
        task.repeat(repeats);
        assign(task, form.getAssignee(), form.getTeam());
    }

    public static Instant dueAt(LocalDate due, LocalTime time, ZoneId zone) {
        if (due == null) {
            return null;
        }
        return time == null
                ? due.plusDays(1).atStartOfDay(zone).toInstant()
                : due.atTime(time).atZone(zone).toInstant();
    }

    /** A person, or a team for whoever takes it; without both whoever asks. */
    public void assign(Task task, String assignee, String team) {
        TeamRef queue = team == null ? null : staff.team(team).orElseThrow(() -> InvalidInput.field("team", "choice"));
        StaffRef person = assignee == null && queue != null ? null : who.required("assignee", assignee);
        task.give(person == null ? null : person.id(), queue == null ? null : queue.id());
    }

    /** @throws ConcurrentChange when somebody was faster */
    public void take(Task task, long account) {
        if (!task.isOpen() || task.getAssigneeId() != null) {
            throw new ConcurrentChange();
        }
        task.give(account, task.getTeamId());
    }

    /** Back into the queue of its team. */
    public void giveBack(Task task) {
        if (!task.isOpen() || task.getTeamId() == null) {
            throw new ConcurrentChange();
        }
        task.give(null, task.getTeamId());
    }

    /** Done; what repeats comes again on its next day that is not past. */
    public void done(Task task) {
        if (!task.isOpen()) {
            throw new ConcurrentChange();
        }
        task.end(TaskState.DONE, who.now(), who.name());
        LocalDate today = LocalDate.ofInstant(who.now(), who.zone());
        LocalDate next = task.getRepeats().next(task.getDueOn(), today);
        if (next == null) {
            return;
        }
        Task again = new Task(TaskOrigin.REPEAT, task.getAuthorId(), who.now(), who.name());
        again.about(task.getCustomerId());
        again.say(task.getTitle(), task.getNote(), task.getPriority());
        LocalTime time = task.isTimed() ? LocalTime.ofInstant(task.getDueAt(), who.zone()) : null;
        again.due(next, dueAt(next, time, who.zone()), task.isTimed());
        if (task.getRemindAt() != null) {
            Duration ahead = Duration.between(task.getRemindAt(), task.getDueAt());
            Instant remind = again.getDueAt().minus(ahead);
            again.remind(remind.isBefore(who.now()) ? null : remind);
        }
        again.repeat(task.getRepeats());
        again.give(task.getAssigneeId(), task.getTeamId());
        em.persist(again);
        em.flush();
        task.followedBy(again);
    }

    public void drop(Task task) {
        if (!task.isOpen()) {
            throw new ConcurrentChange();
        }
        task.end(TaskState.DROPPED, who.now(), who.name());
    }

    /** Open again; the next one that its end brought about goes, unless somebody has worked on it. */
    public void reopen(Task task) {
        if (task.isOpen()) {
            return;
        }
        if (task.getNextId() != null) {
            Task next = em.find(Task.class, task.getNextId());
            if (next != null && next.isOpen() && next.getVersion() <= 1) {
                em.remove(next);
            }
        }
        task.reopen();
    }

    public List<TaskView> views(Collection<Task> tasks) {
        Map<Long, CustomerRef> names = customers.find(
                tasks.stream().map(Task::getCustomerId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<Long, StaffRef> people = staff.byIds(
                tasks.stream().map(Task::getAssigneeId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<Long, TeamRef> teams = tasks.stream().allMatch(task -> task.getTeamId() == null)
                ? Map.of()
                : staff.teams().stream().collect(Collectors.toMap(TeamRef::id, Function.identity()));
        return tasks.stream()
                .map(task -> view(
                        task,
                        names.get(task.getCustomerId() == null ? Long.valueOf(-1) : task.getCustomerId()),
                        people.get(task.getAssigneeId() == null ? Long.valueOf(-1) : task.getAssigneeId()),
                        teams.get(task.getTeamId() == null ? Long.valueOf(-1) : task.getTeamId())))
                .toList();
    }

    private TaskView view(Task task, CustomerRef customer, StaffRef assignee, TeamRef team) {
        return new TaskView(
                task.getPublicId(),
                task.getVersion(),
                customer == null ? null : customer.publicId(),
                customer == null ? null : customer.name(),
                task.getTitle(),
                task.getNote(),
                task.getPriority(),
                task.getDueOn(),
                task.getDueAt(),
                task.isTimed(),
                assignee == null ? null : assignee.publicId(),
                assignee == null ? null : assignee.name(),
                team == null ? null : team.publicId(),
                team == null ? null : team.name(),
                task.getState(),
                task.getRemindAt(),
                task.getRepeats(),
                task.getOrigin(),
                task.isOverdue(who.now()),
                task.getDoneAt(),
                task.getDoneBy(),
                task.getCreatedAt(),
                task.getCreatedBy());
    }

    /** Of one customer: open ones first, by their time, then what is done, newest first. Nothing is the highest value. */
    public List<Task> of(long customerId, int first, int size) {
        return em.createQuery(
                        "select t from Task t where t.customerId = :customer"
                                + " order by t.doneAt desc, t.dueAt, t.id",
                        Task.class)
                .setParameter("customer", customerId)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(long customerId) {
        return em.createQuery("select count(t) from Task t where t.customerId = :customer", Long.class)
                .setParameter("customer", customerId)
                .getSingleResult();
    }

    public long countOpen(long customerId) {
        return em.createQuery(
                        "select count(t) from Task t where t.customerId = :customer"
                                + " and t.state = org.vinculo.crm.activity.TaskState.OPEN",
                        Long.class)
                .setParameter("customer", customerId)
                .getSingleResult();
    }
}

package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.activity.CalendarService;
import org.vinculo.crm.activity.OccurrenceView;
import org.vinculo.crm.activity.PromiseForm;
import org.vinculo.crm.activity.PromiseService;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.activity.TaskForm;
import org.vinculo.crm.activity.TaskService;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** What was promised to a customer and what is to be done for them. */
@Named("customerActivity")
@ViewScoped
public class ActivityBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;
    private static final Duration MONTH = Duration.ofDays(31);
    private static final int IN_PANEL = 4;

    @EJB
    private PromiseService promises;

    @EJB
    private TaskService tasks;

    @EJB
    private CalendarService calendar;

    @Inject
    private Clock clock;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ViewBacking page;

    @Inject
    private Feedback feedback;

    private final PromiseForm promise = new PromiseForm();
    private final TaskForm task = new TaskForm();
    private final Once once = new Once();
    private Page<PromiseView> promised;
    private Page<TaskView> todo;
    private List<OccurrenceView> meetings;
    private List<StaffRef> people;

    public String make() {
        return once.run(
                () -> {
                    promises.make(page.getId(), promise);
                    feedback.done("activity.promise.made");
                    return here();
                },
                promise.getWhat(),
                promise.getDueOn(),
                promise.getOwner(),
                promise.getNote());
    }

    public String makeTask() {
        return once.run(
                () -> {
                    task.setCustomer(page.getId());
                    tasks.make(task);
                    feedback.done("activity.task.made", task.getTitle());
                    return here();
                },
                task.getTitle(),
                task.getDueOn());
    }

    public String keep(PromiseView kept) {
        promises.keep(kept.publicId(), null);
        String id = kept.publicId();
        feedback.done(() -> reopenPromise(id), "activity.promise.isKept", kept.what());
        return here();
    }

    public String done(TaskView done) {
        tasks.done(done.publicId());
        String id = done.publicId();
        feedback.done(() -> reopenTask(id), "activity.task.isDone", done.title());
        return here();
    }

    private static void reopenPromise(String id) {
        CDI.current().select(PromiseService.class).get().reopen(id);
    }

    private static void reopenTask(String id) {
        CDI.current().select(TaskService.class).get().reopen(id);
    }

    private String here() {
        return "/customers/view?faces-redirect=true&tab=activity&id=" + page.getId();
    }

    public Page<PromiseView> getPromised() {
        if (promised == null) {
            promised = promises.ofCustomer(page.getId(), PageRequest.of(0, SHOWN));
        }
        return promised;
    }

    public Page<TaskView> getTodo() {
        if (todo == null) {
            todo = tasks.ofCustomer(page.getId(), PageRequest.of(0, SHOWN));
        }
        return todo;
    }

    /** Appointments of the next three months and the last one. */
    public List<OccurrenceView> getMeetings() {
        if (meetings == null) {
            Instant now = clock.instant();
            meetings = calendar.ofCustomer(page.getId(), now.minus(MONTH), now.plus(MONTH.multipliedBy(3))).stream()
                    .limit(SHOWN)
                    .toList();
        }
        return meetings;
    }

    public List<PromiseView> getNextPromises() {
        return getPromised().items().stream()
                .filter(PromiseView::open)
                .limit(IN_PANEL)
                .toList();
    }

    public List<TaskView> getNextTasks() {
        return getTodo().items().stream().filter(TaskView::open).limit(IN_PANEL).toList();
    }

    /** Who can keep a promise. */
    public List<StaffRef> getPeople() {
        if (people == null) {
            people = promises.people();
        }
        return people;
    }

    /** As long as nobody is chosen, whoever writes it down keeps it. */
    public PromiseForm getPromise() {
        if (promise.getOwner() == null) {
            getPeople().stream()
                    .filter(person ->
                            Long.valueOf(person.id()).equals(caller.get().accountId()))
                    .findFirst()
                    .ifPresent(me -> promise.setOwner(me.publicId()));
        }
        return promise;
    }

    public TaskForm getTask() {
        return task;
    }
}

package org.vinculo.crm.backoffice.tasks;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.vinculo.crm.activity.TaskForm;
import org.vinculo.crm.activity.TaskPriority;
import org.vinculo.crm.activity.TaskRepeat;
import org.vinculo.crm.activity.TaskService;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.backoffice.customers.CustomerPicker;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.Viewer;

/** Writing down a task, new or known. */
@Named("taskEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TEAM = "team:";

    @EJB
    private TaskService tasks;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    @Inject
    private CurrentCaller caller;

    private String id;
    private String customer;
    private TaskView task;
    private final TaskForm form = new TaskForm();
    private final CustomerPicker picker = new CustomerPicker();
    private final Once once = new Once();
    private String receiver;
    private List<StaffRef> people;
    private List<TeamRef> teams;

    public void loadNew() {
        picker.start(customer);
        getPeople().stream()
                .filter(person -> Long.valueOf(person.id()).equals(caller.get().accountId()))
                .findFirst()
                .ifPresent(me -> receiver = me.publicId());
    }

    public void loadKnown() {
        task = tasks.get(id);
        form.setPublicId(task.publicId());
        form.setVersion(task.version());
        form.setTitle(task.title());
        form.setNote(task.note());
        form.setPriority(task.priority());
        form.setDueOn(task.dueOn());
        form.setDueTime(task.timed() ? LocalTime.ofInstant(task.dueAt(), viewer.getZone()) : null);
        form.setRemindAt(task.remindAt() == null ? null : LocalDateTime.ofInstant(task.remindAt(), viewer.getZone()));
        form.setRepeats(task.repeats());
        picker.start(task.customerId(), task.customer());
        receiver = task.assigneeId() != null ? task.assigneeId() : TEAM + task.teamId();
    }

    public String save() {
        form.setCustomer(picker.getChosen());
        boolean queue = receiver != null && receiver.startsWith(TEAM);
        String team = task == null || queue ? null : task.teamId();
        form.setAssignee(queue ? null : receiver);
        form.setTeam(queue ? receiver.substring(TEAM.length()) : team);
        if (form.isNew()) {
            return once.run(this::make, form.getTitle(), form.getNote(), form.getDueOn(), receiver, form.getCustomer());
        }
        tasks.change(form);
        feedback.done("activity.task.saved", form.getTitle());
        return "/tasks/edit?faces-redirect=true&id=" + id;
    }

    private String make() {
        tasks.make(form);
        feedback.done("activity.task.made", form.getTitle());
        return customer == null
                ? "/tasks/list?faces-redirect=true"
                : "/customers/view?faces-redirect=true&tab=activity&id=" + customer;
    }

    public String done() {
        tasks.done(id);
        return ended("activity.task.isDone");
    }

    public String drop() {
        tasks.drop(id);
        return ended("activity.task.isDropped");
    }

    public String reopen() {
        tasks.reopen(id);
        feedback.done("activity.task.isOpen", task.title());
        return "/tasks/edit?faces-redirect=true&id=" + id;
    }

    private String ended(String key) {
        String ended = id;
        feedback.done(() -> open(ended), key, task.title());
        return "/tasks/list?faces-redirect=true";
    }

    private static void open(String id) {
        CDI.current().select(TaskService.class).get().reopen(id);
    }

    public boolean isMayChange() {
        return viewer.permits("activity.edit") && (task == null || task.open());
    }

    public List<StaffRef> getPeople() {
        if (people == null) {
            people = tasks.people();
        }
        return people;
    }

    public List<TeamRef> getTeams() {
        if (teams == null) {
            teams = tasks.teams();
        }
        return teams;
    }

    public TaskPriority[] getPriorities() {
        return TaskPriority.values();
    }

    public TaskRepeat[] getRepeats() {
        return TaskRepeat.values();
    }

    public TaskForm getForm() {
        return form;
    }

    public CustomerPicker getPicker() {
        return picker;
    }

    public TaskView getTask() {
        return task;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    /** Public id of a person, or of a team with a mark before it. */
    public String getReceiver() {
        return receiver;
    }

    public void setReceiver(String receiver) {
        this.receiver = receiver;
    }
}

package org.vinculo.crm.backoffice.tasks;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.activity.TaskFilter;
import org.vinculo.crm.activity.TaskService;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Feedback;

/** What is to be done: one's own, the team's queue, what is late, what comes. */
@Named("taskList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 25;
    private static final String TEAM = "team:";

    @EJB
    private TaskService tasks;

    @Inject
    private Feedback feedback;

    private TaskFilter view = TaskFilter.MINE;
    private int number = 1;
    private Page<TaskView> page;
    private Map<TaskFilter, Long> counts;
    private List<StaffRef> people;
    private List<TeamRef> teams;
    private String receiver;

    public void load() {
        page = tasks.list(view, PageRequest.of((number - 1) * SIZE, SIZE));
        counts = tasks.counts();
    }

    public String done(TaskView task) {
        tasks.done(task.publicId());
        String id = task.publicId();
        feedback.done(() -> reopen(List.of(id)), "activity.task.isDone", task.title());
        return here();
    }

    public String reopen(TaskView task) {
        tasks.reopen(task.publicId());
        feedback.done("activity.task.isOpen", task.title());
        return here();
    }

    public String take(TaskView task) {
        tasks.take(task.publicId());
        String id = task.publicId();
        feedback.done(() -> giveBack(id), "activity.task.taken", task.title());
        return here();
    }

    public String giveBack(TaskView task) {
        tasks.giveBack(task.publicId());
        feedback.done("activity.task.givenBack", task.title());
        return here();
    }

    public String doneAll() {
        List<String> picked = picked();
        ArrayList<String> done = new ArrayList<>(tasks.done(picked));
        tell(picked.size(), done.size(), () -> feedback.done(() -> reopen(done), "activity.task.areDone", done.size()));
        return here();
    }

    public String assignAll() {
        List<String> picked = picked();
        if (receiver == null || picked.isEmpty()) {
            feedback.warn(receiver == null ? "activity.bulk.nobody" : "activity.bulk.none");
            return here();
        }
        boolean queue = receiver.startsWith(TEAM);
        ArrayList<TaskService.Before> before = new ArrayList<>(
                tasks.assign(picked, queue ? null : receiver, queue ? receiver.substring(TEAM.length()) : null));
        tell(
                picked.size(),
                before.size(),
                () -> feedback.done(() -> putBack(before), "activity.bulk.assigned", before.size()));
        return here();
    }

    private void tell(int picked, int done, Runnable success) {
        if (picked == 0) {
            feedback.warn("activity.bulk.none");
        } else if (done > 0) {
            success.run();
        }
        if (picked > done) {
            feedback.warn("activity.bulk.left", picked - done);
        }
    }

    private static List<String> picked() {
        String[] ids = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get("picked");
        return ids == null ? List.of() : List.of(ids);
    }

    private static void reopen(List<String> ids) {
        service().reopen(ids);
    }

    private static void giveBack(String id) {
        service().giveBack(id);
    }

    private static void putBack(List<TaskService.Before> before) {
        service().putBack(before);
    }

    private static TaskService service() {
        return CDI.current().select(TaskService.class).get();
    }

    private String here() {
        return "/tasks/list?faces-redirect=true&view=" + view + "&page=" + number;
    }

    public long count(String filter) {
        return counts.getOrDefault(TaskFilter.valueOf(filter), 0L);
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

    public TaskFilter[] getViews() {
        return TaskFilter.values();
    }

    public String getView() {
        return view.name();
    }

    /** One of the views; everything else is one's own. */
    public void setView(String wanted) {
        view = Arrays.stream(TaskFilter.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElse(TaskFilter.MINE);
    }

    public String getPageAsked() {
        return String.valueOf(number);
    }

    public void setPageAsked(String wanted) {
        number = wanted != null && wanted.matches("[1-9]\\d{0,4}") ? Integer.parseInt(wanted) : 1;
    }

    public int getNumber() {
        return number;
    }

    public long getPages() {
        return Math.max(1, (page.total() + SIZE - 1) / SIZE);
    }

    public Page<TaskView> getPage() {
        return page;
    }

    /** Public id of a person, or of a team with a mark before it. */
    public String getReceiver() {
        return receiver;
    }

    public void setReceiver(String receiver) {
        this.receiver = receiver;
    }
}

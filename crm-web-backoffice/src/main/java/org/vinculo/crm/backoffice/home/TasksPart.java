package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.activity.TaskFilter;
import org.vinculo.crm.activity.TaskService;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** What the viewer, or somebody of the team, has to do this week. */
@ApplicationScoped
public class TasksPart implements HomePart {

    private static final int ROWS = 5;

    @EJB
    TaskService tasks;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.ACTIVITY_VIEW)) {
            return Optional.empty();
        }
        List<HomeRow> rows = tasks.list(TaskFilter.WEEK, PageRequest.of(0, ROWS)).items().stream()
                .map(this::row)
                .toList();
        return Optional.of(new HomeCard("activity.home.tasks", false, "/tasks/list?view=WEEK", rows));
    }

    /** A task without a time is due on its day, not at the midnight at which it becomes overdue. */
    private Instant due(TaskView task) {
        return task.timed() || task.dueOn() == null
                ? task.dueAt()
                : task.dueOn().atStartOfDay(viewer.getZone()).toInstant();
    }

    private HomeRow row(TaskView task) {
        String note =
                task.waiting() ? Texts.text(viewer.getLocale(), "activity.task.queueOf", task.team()) : task.customer();
        HomeRow row = HomeRow.of("task", task.title(), note, due(task), "/tasks/edit?id=" + task.publicId());
        return task.overdue() ? row.withBadge(Texts.text(viewer.getLocale(), "activity.overdue"), "neg") : row;
    }
}

package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import org.vinculo.crm.platform.JobService;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** Long work: what runs, how far it is, what became of it. */
@Named
@ViewScoped
public class JobsBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    @EJB
    private JobService jobs;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Clock clock;

    private boolean busy;
    private final LazyTable<JobView> rows = LazyTable.of(request -> jobs.list(request), JobView::publicId);

    @PostConstruct
    public void refresh() {
        busy = jobs.isAnythingOpen();
    }

    public void cancel(JobView job) {
        jobs.cancel(job.publicId());
        refresh();
        feedback.done("platform.jobs.cancelled", nameOf(job));
    }

    /** Whether the list changes by itself. */
    public boolean isBusy() {
        return busy;
    }

    public LazyTable<JobView> getRows() {
        return rows;
    }

    /** What the job does, in words; the name itself for one that nobody described. */
    public String nameOf(JobView job) {
        String key = "platform.job.name." + job.name();
        return Texts.has(viewer.getLocale(), key) ? Texts.text(viewer.getLocale(), key) : job.name();
    }

    public boolean isCancellable(JobView job) {
        return !job.state().isOver();
    }

    public int percent(JobView job) {
        return (int) Math.round(job.progress() * PERCENT);
    }

    /** How long a running job still takes; empty while it cannot be told. */
    public String left(JobView job) {
        Duration left = job.timeLeft(clock.instant());
        if (left == null) {
            return "";
        }
        return left.toMinutes() > 0
                ? Texts.text(viewer.getLocale(), "platform.jobs.minutesLeft", left.toMinutes())
                : Texts.text(viewer.getLocale(), "platform.jobs.secondsLeft", left.toSeconds());
    }

    public String tone(JobState state) {
        return switch (state) {
            case COMPLETED -> "pos";
            case FAILED -> "neg";
            case RUNNING -> "info";
            case QUEUED, CANCELLED -> "";
        };
    }
}

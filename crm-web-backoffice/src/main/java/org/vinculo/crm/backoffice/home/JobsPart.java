package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.platform.JobService;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** Long work that runs or waits, and what failed among the latest. */
@ApplicationScoped
public class JobsPart implements HomePart {

    private static final int LOOKED_AT = 20;
    private static final int ROWS = 4;

    @EJB
    JobService jobs;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.JOB_VIEW)) {
            return Optional.empty();
        }
        List<HomeRow> rows = jobs.list(new PageRequest(0, LOOKED_AT, null)).items().stream()
                .filter(job -> !job.state().isOver() || job.state() == JobState.FAILED)
                .limit(ROWS)
                .map(this::row)
                .toList();
        return Optional.of(new HomeCard("ui.home.jobs", true, "/admin/jobs", rows));
    }

    private HomeRow row(JobView job) {
        Locale locale = viewer.getLocale();
        String key = "platform.job.name." + job.name();
        String name = Texts.has(locale, key) ? Texts.text(locale, key) : job.name();
        HomeRow row = HomeRow.of("clock", name, job.startedBy(), job.createdAt(), "/admin/jobs");
        return job.state().isOver()
                ? row.withBadge(Texts.text(locale, "platform.jobs.state." + job.state()), "neg")
                : row.withProgress(job.progress());
    }
}

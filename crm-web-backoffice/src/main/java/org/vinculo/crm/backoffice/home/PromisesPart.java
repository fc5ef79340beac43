package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.activity.PromiseFilter;
import org.vinculo.crm.activity.PromiseList;
import org.vinculo.crm.activity.PromiseService;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** What the viewer promised and has not kept yet, the longest due first. */
@ApplicationScoped
public class PromisesPart implements HomePart {

    private static final int ROWS = 5;

    @EJB
    PromiseService promises;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.ACTIVITY_VIEW)) {
            return Optional.empty();
        }
        List<HomeRow> rows =
                promises.list(PromiseList.mine(PromiseFilter.OPEN), PageRequest.of(0, ROWS)).items().stream()
                        .map(this::row)
                        .toList();
        return Optional.of(new HomeCard("activity.home.promises", false, "/promises/list", rows));
    }

    private HomeRow row(PromiseView promise) {
        ZoneId zone = viewer.getZone();
        HomeRow row = HomeRow.of(
                "flag",
                promise.what(),
                promise.customer(),
                promise.dueOn().atStartOfDay(zone).toInstant(),
                "/promises/edit?id=" + promise.publicId());
        return promise.overdue() ? row.withBadge(Texts.text(viewer.getLocale(), "activity.overdue"), "neg") : row;
    }
}

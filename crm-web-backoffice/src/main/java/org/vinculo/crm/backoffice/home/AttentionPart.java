package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.exchange.ImportService;
import org.vinculo.crm.exchange.ImportState;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.TriageService;
import org.vinculo.crm.notification.OutboxService;
import org.vinculo.crm.notification.OutboxState;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerList.Ownership;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** What went wrong or is left lying, for those who can put it right. */
@ApplicationScoped
public class AttentionPart implements HomePart {

    private static final int LOOKED_AT = 10;
    private static final Duration RECENT = Duration.ofDays(7);

    @EJB
    ImportService imports;

    @EJB
    OutboxService outbox;

    @EJB
    CustomerService customers;

    @EJB
    TriageService triage;

    @Inject
    Viewer viewer;

    @Inject
    Clock clock;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<HomeCard> card() {
        List<HomeRow> rows = new ArrayList<>();
        if (viewer.permits(Permission.Code.OUTBOX_VIEW)) {
            addMails(rows);
        }
        if (viewer.permits(Permission.Code.MAIL_TRIAGE)) {
            addTriage(rows);
        }
        if (viewer.permits(Permission.Code.IMPORT_RUN)) {
            addImports(rows);
        }
        if (viewer.permits(Permission.Code.CUSTOMER_EDIT)) {
            addOrphans(rows);
        }
        return Optional.of(new HomeCard("ui.home.attention", false, null, rows));
    }

    private void addMails(List<HomeRow> rows) {
        long failed = outbox.counts().getOrDefault(OutboxState.FAILED, 0L);
        if (failed > 0) {
            rows.add(HomeRow.of(
                    "mail",
                    text("ui.home.mails", failed),
                    text("ui.home.mails.why"),
                    null,
                    "/admin/outbox?state=FAILED"));
        }
    }

    private void addTriage(List<HomeRow> rows) {
        long waiting = triage.waiting();
        if (waiting > 0) {
            rows.add(HomeRow.of(
                    "mail", text("ui.home.triage", waiting), text("ui.home.triage.why"), null, "/interactions/triage"));
        }
    }

    private void addImports(List<HomeRow> rows) {
        Instant since = clock.instant().minus(RECENT);
        imports.list(new PageRequest(0, LOOKED_AT, null)).items().stream()
                .filter(view -> view.createdAt().isAfter(since) && !view.trial())
                .filter(view -> view.state() == ImportState.FAILED || view.hasErrorFile())
                .forEach(view -> rows.add(faulty(view)));
    }

    private HomeRow faulty(ImportView view) {
        boolean stopped = view.state() == ImportState.FAILED;
        String title = stopped
                ? text("ui.home.import.failed", view.fileName())
                : text("ui.home.import.faulty", view.rows().faulty(), view.fileName());
        return HomeRow.of(
                "warn",
                title,
                text(stopped ? "ui.home.import.failed.why" : "ui.home.import.faulty.why"),
                view.finishedAt(),
                "/imports/view?id=" + view.id());
    }

    private void addOrphans(List<HomeRow> rows) {
        CustomerList nobodys =
                new CustomerList(null, null, null, null, Ownership.NOBODY, null, null, null, null, false);
        long count = customers.list(nobodys, PageRequest.of(0, 1)).total();
        if (count > 0) {
            rows.add(HomeRow.of(
                    "users",
                    text("ui.home.nobodys", count),
                    text("ui.home.nobodys.why"),
                    null,
                    "/customers/list?owner=NOBODY"));
        }
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }
}

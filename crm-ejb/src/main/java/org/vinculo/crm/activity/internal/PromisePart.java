package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Badge;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Figure;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.TimelineGroup;
import org.vinculo.crm.party.Tone;

/** Promises and tasks on the page that tells a customer's story. */
@ApplicationScoped
public class PromisePart implements Customer360Part {

    static final String TAB = "activity";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    PromiseBook promises;

    @Inject
    TaskBook tasks;

    @Override
    public String source() {
        return "promise";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public TimelineGroup group() {
        return TimelineGroup.CONVERSATION;
    }

    @Override
    public List<Badge> badges(long customerId) {
        if (!sees() || promises.countOverdue(customerId) == 0) {
            return List.of();
        }
        return List.of(new Badge("overdue", Phrase.of("activity.badge.overdue"), Tone.NEGATIVE));
    }

    @Override
    public List<Figure> figures(long customerId) {
        if (!sees()) {
            return List.of();
        }
        long overdue = promises.countOverdue(customerId);
        return List.of(new Figure(
                "promises",
                Phrase.of("activity.figure.promises"),
                Phrase.value(promises.countOpen(customerId)),
                overdue == 0 ? null : Phrase.of("activity.figure.overdue", overdue),
                overdue == 0 ? Tone.NEUTRAL : Tone.NEGATIVE,
                TAB));
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        return Optional.of(
                sees()
                        ? new Tab(
                                TAB,
                                Phrase.of("activity.tab"),
                                promises.countOpen(customerId) + tasks.countOpen(customerId),
                                "/WEB-INF/customers/activity-tab.xhtml")
                        : new Tab(TAB, Phrase.of("activity.tab"), null, null));
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        return sees()
                ? List.of(new PanelRef(
                        "next", Phrase.of("activity.panel.title"), "/WEB-INF/customers/activity-panel.xhtml"))
                : List.of();
    }

    @Override
    public List<CustomerAction> actions(CustomerRef customer) {
        if (!caller.has(Permission.ACTIVITY_EDIT)) {
            return List.of();
        }
        return List.of(
                new CustomerAction("newPromise", Phrase.of("activity.promise.new"), "flag", "/promises/new"),
                new CustomerAction("newTask", Phrase.of("activity.task.new"), "task", "/tasks/new"),
                new CustomerAction(
                        "newAppointment", Phrase.of("activity.appointment.new"), "calendar", "/calendar/new"));
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        if (!sees()) {
            return List.of();
        }
        List<Promise> found = em.createQuery(
                        "select p from Promise p where p.customerId = :customer"
                                + " and (p.createdAt < :at or (p.createdAt = :at and p.id < :below))"
                                + " order by p.createdAt desc, p.id desc",
                        Promise.class)
                .setParameter("customer", customerId)
                .setParameter("at", before.at())
                .setParameter("below", before.idBelow(source()))
                .setMaxResults(limit)
                .getResultList();
        List<PromiseView> views = promises.views(found);
        return java.util.stream.IntStream.range(0, found.size())
                .mapToObj(i -> entry(found.get(i).getId(), views.get(i)))
                .toList();
    }

    private TimelineEntry entry(long id, PromiseView view) {
        return new TimelineEntry(
                view.createdAt(),
                source(),
                id,
                view.publicId(),
                "promise",
                "flag",
                view.overdue() ? Tone.NEGATIVE : view.open() ? Tone.INFO : Tone.NEUTRAL,
                Phrase.of("activity.timeline.promise", view.owner() == null ? "-" : view.owner(), view.what()),
                List.of(Phrase.of("activity.timeline.due", view.dueOn())),
                null,
                new Badge("state", Phrase.of("activity.promise.word." + view.word()), tone(view)),
                null);
    }

    private static Tone tone(PromiseView view) {
        return switch (view.word()) {
            case "OVERDUE" -> Tone.NEGATIVE;
            case "KEPT" -> Tone.POSITIVE;
            case "LATE" -> Tone.CAUTION;
            default -> Tone.NEUTRAL;
        };
    }

    private boolean sees() {
        return caller.has(Permission.ACTIVITY_VIEW);
    }
}

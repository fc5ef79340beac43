package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Badge;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Figure;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.TimelineGroup;
import org.vinculo.crm.party.Tone;
import org.vinculo.crm.platform.Settings;

/** Conversations in the timeline, and how many there were. */
@ApplicationScoped
public class InteractionPart implements Customer360Part {

    private static final Map<Channel, String> ICONS = Map.ofEntries(
            Map.entry(Channel.EMAIL, "mail"),
            Map.entry(Channel.PHONE, "phone"),
            Map.entry(Channel.SMS, "sms"),
            Map.entry(Channel.WHATSAPP, "wa"),
            Map.entry(Channel.CHAT, "chat"),
            Map.entry(Channel.PORTAL, "globe"),
            Map.entry(Channel.WEB, "globe"),
            Map.entry(Channel.SOCIAL, "users"),
            Map.entry(Channel.POST, "mail"),
            Map.entry(Channel.VISIT, "user"),
            Map.entry(Channel.POS, "sales"),
            Map.entry(Channel.PARTNER, "users"));

    @Inject
    InteractionLog log;

    @Inject
    LastContacts contacts;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Override
    public String source() {
        return "interaction";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public TimelineGroup group() {
        return TimelineGroup.CONVERSATION;
    }

    @Override
    public List<Figure> figures(long customerId) {
        if (!caller.has(Permission.INTERACTION_VIEW)) {
            return List.of();
        }
        LocalDate from = LocalDate.ofInstant(clock.instant(), settings.zone()).minusYears(1);
        int year = log.countSince(customerId, from.atStartOfDay(settings.zone()).toInstant());
        Phrase count = year > InteractionLog.COUNTED
                ? Phrase.of("interaction.figure.moreThan", InteractionLog.COUNTED)
                : Phrase.value(year);
        Phrase note = contacts.newest(customerId)
                .map(at -> Phrase.of(
                        "interaction.figure.last",
                        at.atZone(caller.get().zone()).toLocalDate()))
                .orElse(null);
        return List.of(new Figure(
                "interactions",
                Phrase.of("interaction.figure.year"),
                count,
                note,
                Tone.NEUTRAL,
                null,
                year == 0 ? null : "/interactions/list?from=" + from));
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        if (!caller.has(Permission.INTERACTION_VIEW)) {
            return List.of();
        }
        return log.before(customerId, before.at(), before.idBelow(source()), limit).stream()
                .map(this::entry)
                .toList();
    }

    @Override
    public List<CustomerAction> actions(CustomerRef customer) {
        return customers.reaches(customer.id(), Permission.INTERACTION_LOG)
                ? List.of(new CustomerAction(
                        "writeMail", Phrase.of("interaction.write.open"), "mail", "/interactions/write"))
                : List.of();
    }

    /** A conversation as it stands in the story. */
    public TimelineEntry entry(Interaction interaction) {
        InteractionView view = interaction.view();
        return new TimelineEntry(
                view.startedAt(),
                source(),
                interaction.getId(),
                view.publicId(),
                "interaction",
                ICONS.getOrDefault(view.channel(), "chat"),
                Tone.INFO,
                Phrase.of(
                        "interaction.timeline." + view.direction() + "." + view.channel(), view.staff(), view.topic()),
                details(view),
                view.body(),
                badge(view.sentiment()),
                view.cost() == null ? null : Phrase.value(view.cost()));
    }

    private static List<Phrase> details(InteractionView view) {
        Phrase purpose = Phrase.of("interaction.purpose." + view.purpose());
        Phrase line = view.outcome() == null
                ? Phrase.of("interaction.timeline.purpose", purpose)
                : Phrase.of(
                        "interaction.timeline.outcome", Phrase.of("interaction.outcome." + view.outcome()), purpose);
        boolean lasted = view.duration() != null && !view.duration().isZero();
        return List.of(lasted ? Phrase.of("interaction.timeline.lasted", line, view.duration()) : line);
    }

    private static Badge badge(Sentiment sentiment) {
        return switch (sentiment) {
            case UNHAPPY -> new Badge("unhappy", Phrase.of("interaction.sentiment.UNHAPPY"), Tone.NEGATIVE);
            case HAPPY -> new Badge("happy", Phrase.of("interaction.sentiment.HAPPY"), Tone.POSITIVE);
            case NEUTRAL -> null;
        };
    }
}

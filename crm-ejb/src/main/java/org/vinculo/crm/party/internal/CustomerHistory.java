package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AuditFilter;
import org.vinculo.crm.audit.AuditTrail;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.Tone;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.portal.MyDataView;
import org.vinculo.crm.shared.Texts;

/** Changes of the customer's own data, as entries of the timeline. */
@ApplicationScoped
public class CustomerHistory implements Customer360Part {

    private static final String CUSTOM = "customValue";
    private static final Set<String> ENTITIES = Set.of("customer", "contactPoint", "need", CUSTOM);
    private static final Set<String> ACTIONS = Set.of(
            "created",
            "changed",
            "deleted",
            "address.asked",
            "address.confirmed",
            "customerMerged",
            "customerSplit",
            "portal.invited",
            "portal.role",
            "portal.ended",
            "portal.actsFor",
            "portal.left",
            "account.closed");
    private static final Map<String, String> ICONS = Map.of("created", "plus", "changed", "edit", "deleted", "x");
    private static final Set<String> SHOWN_TO_CUSTOMERS = Set.of(
            "customer.displayName",
            "customer.birthDate",
            "customer.taxId",
            "customer.language",
            "customer.zone",
            "contactPoint.value",
            "contactPoint.type",
            "contactPoint.label",
            "contactPoint.primary",
            "contactPoint.verifiedAt",
            "contactPoint.validFrom",
            "contactPoint.validTo",
            "need.kind",
            "need.text",
            "need.basis",
            "need.confirmedAt");
    private static final Set<String> NEW_THINGS = Set.of("value", "text");
    private static final int MOST_FIELDS = 4;
    private static final int LONGEST = 120;

    @Inject
    AuditTrail trail;

    @Inject
    CustomBook custom;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "change";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        return trail.story(customerId, ENTITIES, ACTIONS, before.at(), before.idBelow(source()), limit).stream()
                .map(this::entry)
                .toList();
    }

    /** Everything that the trail has about the customer. */
    public List<AuditView> trail(long customerId, Long beforeId, int limit) {
        return trail.find(AuditFilter.customer(customerId), beforeId, limit);
    }

    /** The same for the customer: staff are not named, internal fields are left out. */
    public List<MyDataView.Change> forCustomer(long customerId, int limit, Locale locale, ZoneId zone) {
        return trail.story(customerId, ENTITIES, ACTIONS, TimelineCursor.START.at(), Long.MAX_VALUE, limit).stream()
                .map(view -> change(view, locale, zone))
                .filter(change -> change.mine() || !change.details().isEmpty())
                .toList();
    }

    private MyDataView.Change change(AuditView view, Locale locale, ZoneId zone) {
        boolean mine = view.actorKind() == Caller.Kind.CUSTOMER;
        Phrase who = mine ? Phrase.value(String.valueOf(view.actorName())) : Phrase.of("party.timeline.company");
        List<String> lines = view.entity().equals(CUSTOM)
                ? customLines(view).stream()
                        .map(line -> Phrases.write(line, locale, zone))
                        .toList()
                : view.changes().stream()
                        .filter(change -> SHOWN_TO_CUSTOMERS.contains(view.entity() + "." + change.field()))
                        .map(change -> line("party.field." + view.entity() + "." + change.field(), change))
                        .map(line -> Phrases.write(line, locale, zone))
                        .toList();
        return new MyDataView.Change(
                view.madeAt(),
                mine,
                Phrases.write(Phrase.of("party.timeline." + view.entity() + "." + view.action(), who), locale, zone),
                lines);
    }

    private TimelineEntry entry(AuditView view) {
        String actor = view.actorName() == null ? "" : view.actorName();
        Phrase who = actor.isEmpty() ? Phrase.of("party.timeline.system") : Phrase.value(actor);
        return new TimelineEntry(
                view.madeAt(),
                source(),
                view.id(),
                null,
                "change",
                ICONS.getOrDefault(view.action(), "edit"),
                Tone.NEUTRAL,
                Phrase.of("party.timeline." + view.entity() + "." + view.action(), who),
                details(view),
                null,
                null,
                null);
    }

    private List<Phrase> details(AuditView view) {
        List<Phrase> lines = new ArrayList<>(view.entity().equals(CUSTOM) ? customLines(view) : List.of());
        if (view.entity().equals("customer") && view.action().equals("created")) {
            return lines;
        }
        for (FieldChange change : view.changes()) {
            if (view.action().equals("created") && !NEW_THINGS.contains(change.field())) {
                continue;
            }
            String label = "party.field." + view.entity() + "." + change.field();
            if (Texts.has(Texts.LOCALES.get(0), label)) {
                lines.add(line(label, change));
            }
        }
        if (lines.size() <= MOST_FIELDS) {
            return lines;
        }
        List<Phrase> shown = new ArrayList<>(lines.subList(0, MOST_FIELDS));
        shown.add(Phrase.of("party.timeline.more", lines.size() - MOST_FIELDS));
        return shown;
    }

    /** What changed in the fields of administrators that the reader sees; the trail knows them by their name. */
    private List<Phrase> customLines(AuditView view) {
        Map<String, CustomField> seen =
                custom.seen().stream().collect(Collectors.toMap(CustomField::getLabel, field -> field, (a, b) -> a));
        return view.changes().stream()
                .filter(change -> seen.containsKey(change.field()))
                .map(change -> customLine(seen.get(change.field()), change))
                .toList();
    }

    private Phrase customLine(CustomField field, FieldChange change) {
        Phrase name = Phrase.value(field.entry(null, false).label(caller.get().locale()));
        Phrase before = customText(field, change.before());
        Phrase after = customText(field, change.after());
        if (before == null) {
            return Phrase.of("party.timeline.set", name, after == null ? Phrase.value("") : after);
        }
        return after == null
                ? Phrase.of("party.timeline.cleared", name, before)
                : Phrase.of("party.timeline.replaced", name, before, after);
    }

    private static Phrase customText(CustomField field, String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        String text = Arrays.stream(field.choices().isEmpty() ? new String[] {value} : value.split(","))
                .map(code -> field.choices().getOrDefault(code, code))
                .collect(Collectors.joining(", "));
        return Phrase.value(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    private static Phrase line(String label, FieldChange change) {
        if (change.before() == null) {
            return Phrase.of("party.timeline.set", Phrase.of(label), shown(label, change.after()));
        }
        if (change.after() == null) {
            return Phrase.of("party.timeline.cleared", Phrase.of(label), shown(label, change.before()));
        }
        return Phrase.of(
                "party.timeline.replaced",
                Phrase.of(label),
                shown(label, change.before()),
                shown(label, change.after()));
    }

    /** Codes are written as words where there are words for them: {@code party.field.customer.stage.PROSPECT}. */
    private static Phrase shown(String label, String value) {
        String text = value == null ? "" : value;
        String key = label + "." + text;
        if (Texts.has(Texts.LOCALES.get(0), key)) {
            return Phrase.of(key);
        }
        return Phrase.value(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }
}

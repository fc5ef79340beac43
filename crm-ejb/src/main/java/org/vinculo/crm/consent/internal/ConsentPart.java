package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.LedgerEntry;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Badge;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.TimelineGroup;
import org.vinculo.crm.party.Tone;

/** What consents and preferences add to the page of a customer. */
@ApplicationScoped
public class ConsentPart implements Customer360Part {

    public static final String SOURCE = "consent";
    private static final int ORDER = 60;

    @Inject
    Ledger ledger;

    @Inject
    PreferenceBook book;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public TimelineGroup group() {
        return TimelineGroup.SYSTEM;
    }

    @Override
    public List<Badge> badges(long customerId) {
        if (!maySee(customerId)) {
            return List.of();
        }
        return book.seen(customerId)
                .filter(preference -> preference.getStoppedAt() != null)
                .map(preference -> new Badge("marketing-stopped", Phrase.of("consent.badge.stopped"), Tone.CAUTION))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        if (!maySee(customerId)) {
            return List.of();
        }
        return ledger
                .before(
                        customerId,
                        before.at(),
                        before.idBelow(SOURCE),
                        limit,
                        caller.get().locale())
                .stream()
                .map(ConsentPart::entry)
                .toList();
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        String page = maySee(customerId) ? "/WEB-INF/customers/consent-tab.xhtml" : null;
        return Optional.of(new Tab(SOURCE, Phrase.of("consent.tab.title"), null, page));
    }

    private boolean maySee(long customerId) {
        return customers.reaches(customerId, Permission.CONSENT_VIEW);
    }

    private static TimelineEntry entry(LedgerEntry line) {
        return new TimelineEntry(
                line.at(),
                SOURCE,
                line.id(),
                line.publicId(),
                line.topic() == Topic.CONSENT ? "consent" : "preference",
                "check",
                tone(line),
                LedgerWords.toStaff(line),
                LedgerWords.details(line, false),
                line.note(),
                null,
                null);
    }

    private static Tone tone(LedgerEntry line) {
        if (line.topic() == Topic.DISPUTE) {
            return Tone.CAUTION;
        }
        if (line.topic() == Topic.STOP) {
            return "on".equals(line.after()) ? Tone.NEGATIVE : Tone.POSITIVE;
        }
        if (line.topic() != Topic.CONSENT) {
            return Tone.NEUTRAL;
        }
        ConsentState state = ConsentState.valueOf(line.after());
        if (state.isRefusal()) {
            return Tone.NEGATIVE;
        }
        return state == ConsentState.GRANTED ? Tone.POSITIVE : Tone.NEUTRAL;
    }
}

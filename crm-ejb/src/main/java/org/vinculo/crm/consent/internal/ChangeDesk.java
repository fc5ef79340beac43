package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.PreferenceWish;
import org.vinculo.crm.consent.Teller;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.consent.entity.ConsentEvidence;
import org.vinculo.crm.consent.entity.ConsentPurpose;
import org.vinculo.crm.consent.entity.ContactPreference;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;

/** Where every change of what a customer wants is written, whoever brings it. The boundaries decided who may. */
@ApplicationScoped
public class ChangeDesk {

    @Inject
    Clock clock;

    @Inject
    PreferenceBook book;

    @Inject
    Wordings wordings;

    @Inject
    Ledger ledger;

    @Inject
    Directory directory;

    @Inject
    PreferenceWriter preferences;

    @Inject
    ConsentWriter consents;

    @Inject
    OwnerNotice notice;

    /**
     * Writes the differences between a wish and what holds.
     *
     * @return how many things changed
     */
    public int save(long customerId, PreferenceWish wish, Teller teller) {
        ContactPreference preference = book.open(customerId, wish.version());
        return write(preference, teller, change -> {
            preferences.write(change, preference, wish);
            consents.allow(change, wish.allowed());
        });
    }

    /** Sets one consent to what somebody recorded. */
    public int record(long customerId, String purpose, Channel channel, ConsentState state, Teller teller) {
        ConsentPurpose stored = wordings.require(purpose);
        ContactPreference preference = book.open(customerId, null);
        return write(preference, teller, change -> consents.set(change, stored, channel, state));
    }

    public int stopMarketing(long customerId, Teller teller) {
        ContactPreference preference = book.open(customerId, null);
        return write(preference, teller, change -> {
            if (preference.getStoppedAt() == null) {
                preference.stopMarketing(change.at());
                change.note(Topic.STOP, "off", "on");
            }
        });
    }

    public int resumeMarketing(long customerId, Teller teller) {
        ContactPreference preference = book.open(customerId, null);
        return write(preference, teller, change -> {
            change.requireEvidence();
            if (preference.getStoppedAt() != null) {
                preference.resumeMarketing();
                change.note(Topic.STOP, "on", "off");
            }
        });
    }

    /** Keeps that the customer calls an entry wrong. */
    public int dispute(long customerId, String entryId, Teller teller) {
        ConsentEvidence entry = ledger.require(customerId, entryId);
        return write(
                book.open(customerId, null),
                teller,
                change -> change.add(change.line(Topic.DISPUTE)
                        .consent(entry.getPurpose(), entry.getChannel(), null)
                        .told(null, teller.note())
                        .inAnswerTo(entry)));
    }

    private int write(ContactPreference preference, Teller teller, Consumer<Change> work) {
        long customerId = preference.getCustomerId();
        Change change = new Change(directory.person(customerId), teller, clock.instant(), ledger);
        work.accept(change);
        if (change.written().isEmpty()) {
            return 0;
        }
        book.keep(preference, change.at());
        if (teller.isThePerson()) {
            notice.tell(customerId, ConsentPart.SOURCE, locale -> sentences(change, locale));
        }
        return change.written().size();
    }

    private List<Phrase> sentences(Change change, Locale locale) {
        return ledger.views(change.person().id(), change.written(), locale).stream()
                .map(LedgerWords::toStaff)
                .toList();
    }
}

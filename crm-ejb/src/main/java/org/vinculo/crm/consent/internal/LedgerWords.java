package org.vinculo.crm.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.LedgerEntry;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.party.Phrase;

/** Lines of the ledger as sentences: told to the customer ("You allowed ...") or about the customer ("Allowed ..."). */
public final class LedgerWords {

    private LedgerWords() {}

    /** The sentence for the customer; what somebody else wrote down is told as about anybody. */
    public static Phrase toCustomer(LedgerEntry entry) {
        return title(entry, entry.isByCustomer() ? "consent.you." : "consent.ledger.");
    }

    public static Phrase toStaff(LedgerEntry entry) {
        return title(entry, "consent.ledger.");
    }

    /** Who said it where, on which day and in answer to which wording. */
    public static List<Phrase> details(LedgerEntry entry, boolean forCustomer) {
        List<Phrase> details = new ArrayList<>();
        if (!forCustomer || !entry.isByCustomer()) {
            details.add(actor(entry));
        }
        details.add(Phrase.of(
                forCustomer && entry.source() == Source.PORTAL
                        ? "consent.source.here"
                        : "consent.source." + entry.source()));
        if (entry.toldOn() != null) {
            details.add(Phrase.of("consent.ledger.toldOn", entry.toldOn()));
        }
        if (entry.wordingEdition() != null) {
            details.add(Phrase.of(
                    "consent.ledger.wording",
                    String.valueOf(entry.wordingEdition()),
                    Phrase.of("consent.language." + entry.wordingLanguage())));
        }
        return details;
    }

    private static Phrase actor(LedgerEntry entry) {
        if (entry.actorKind() == Caller.Kind.ANONYMOUS) {
            return Phrase.of("consent.actor.link");
        }
        if (entry.actorKind() == Caller.Kind.CUSTOMER) {
            return entry.actorName() == null
                    ? Phrase.of("consent.actor.customer")
                    : Phrase.of("consent.actor.customerNamed", entry.actorName());
        }
        return entry.actorName() == null
                ? Phrase.of("consent.actor.system")
                : Phrase.of("consent.actor.other", entry.actorName());
    }

    private static Phrase title(LedgerEntry entry, String prefix) {
        String key = prefix + entry.topic();
        return switch (entry.topic()) {
            case CONSENT -> consent(entry, key + "." + entry.after());
            case FIRST_CHANNEL, SECOND_CHANNEL ->
                entry.after() == null
                        ? Phrase.of(key + ".none")
                        : Phrase.of(key, Words.channel(Channel.valueOf(entry.after())));
            case HOURS -> Phrase.of(key, Words.hours(ContactHours.ofCode(entry.after())));
            case LANGUAGE -> Phrase.of(key, Phrase.of("consent.language." + entry.after()));
            case FREQUENCY, STOP -> Phrase.of(key + "." + entry.after());
            case PAUSE ->
                entry.after() == null ? Phrase.of(key + ".none") : Phrase.of(key, LocalDate.parse(entry.after()));
            case ADDRESS -> Phrase.of(key, entry.address(), Instant.parse(entry.before()));
            case DISPUTE -> Phrase.of(key);
        };
    }

    private static Phrase consent(LedgerEntry entry, String key) {
        return entry.channel() == Channel.PROCESSING
                ? Phrase.of(key + ".use", entry.purposeTitle())
                : Phrase.of(key, entry.purposeTitle(), Words.through(entry.channel()));
    }
}

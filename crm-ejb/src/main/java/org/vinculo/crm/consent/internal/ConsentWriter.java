package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.consent.Purpose;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.consent.entity.Consent;
import org.vinculo.crm.consent.entity.ConsentPurpose;
import org.vinculo.crm.consent.entity.ConsentWording;
import org.vinculo.crm.consent.internal.PreferenceBook.Key;
import org.vinculo.crm.shared.InvalidInput;

/** Writes what a customer allows, each change with its line in the ledger. */
@ApplicationScoped
public class ConsentWriter {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    PreferenceBook book;

    @Inject
    Wordings wordings;

    @Inject
    Directory directory;

    /** Brings the purposes to exactly these channels; a purpose that is not named stays as it is. */
    void allow(Change change, Map<String, Set<Channel>> wanted) {
        Map<Key, Consent> consents = book.consents(change.person().id());
        wanted.forEach((code, channels) -> allow(change, consents, wordings.require(code), channels));
        requireAWayForService(change, consents);
    }

    /** Sets one consent to what was recorded. */
    void set(Change change, ConsentPurpose purpose, Channel channel, ConsentState state) {
        requireOffered(purpose.toPurpose(), Set.of(channel));
        Map<Key, Consent> consents = book.consents(change.person().id());
        set(change, consents, purpose, channel, state);
        requireAWayForService(change, consents);
    }

    private void allow(Change change, Map<Key, Consent> consents, ConsentPurpose stored, Set<Channel> wanted) {
        Purpose purpose = stored.toPurpose();
        requireOffered(purpose, wanted);
        for (Channel channel : purpose.channels().stream().sorted().toList()) {
            ConsentState state = stateOf(change, consents, purpose, channel);
            boolean yes = wanted.contains(channel);
            if (yes != purpose.isAllowedIn(state)) {
                set(change, consents, stored, channel, yes ? ConsentState.GRANTED : refusalAfter(state));
            }
        }
    }

    private static ConsentState refusalAfter(ConsentState state) {
        return state == ConsentState.GRANTED ? ConsentState.WITHDRAWN : ConsentState.DENIED;
    }

    private void set(
            Change change, Map<Key, Consent> consents, ConsentPurpose purpose, Channel channel, ConsentState next) {
        if (next == ConsentState.UNKNOWN || next == ConsentState.EXPIRED) {
            throw InvalidInput.field("state", "choice");
        }
        if (next == ConsentState.GRANTED || next == ConsentState.PENDING) {
            change.requireEvidence();
        }
        Key key = new Key(purpose.getCode(), channel);
        ConsentState before = stateOf(change, consents, purpose.toPurpose(), channel);
        Consent consent = consents.get(key);
        if (consent == null) {
            consent = new Consent(change.person().id(), purpose, channel, next, change.at());
            em.persist(consent);
            consents.put(key, consent);
        } else {
            consent.become(next, change.at());
        }
        change.add(change.line(Topic.CONSENT)
                .consent(purpose, channel, wordingRead(change, purpose))
                .change(before.name(), next.name())
                .reaching(address(change, channel))
                .told(change.teller().toldOn(), change.teller().note()));
    }

    private static ConsentState stateOf(Change change, Map<Key, Consent> consents, Purpose purpose, Channel channel) {
        Consent consent = consents.get(new Key(purpose.code(), channel));
        return consent == null ? ConsentState.UNKNOWN : consent.stateAt(change.at());
    }

    private ConsentWording wordingRead(Change change, ConsentPurpose purpose) {
        Locale language = change.teller().isThePerson()
                ? change.teller().caller().locale()
                : change.person().language();
        return wordings.newest(language).get(purpose.getCode());
    }

    private String address(Change change, Channel channel) {
        return directory.ways(change.person().id()).stream()
                .filter(way -> way.channel() == channel)
                .map(Way::address)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void requireOffered(Purpose purpose, Set<Channel> channels) {
        if (!purpose.channels().containsAll(channels)) {
            throw InvalidInput.field("channel", "consent.error.channelNotOffered");
        }
    }

    /** Service messages need one way to arrive; a customer without any address has none to lose. */
    private void requireAWayForService(Change change, Map<Key, Consent> consents) {
        List<Purpose> services = wordings.purposes().stream()
                .map(ConsentPurpose::toPurpose)
                .filter(purpose -> !purpose.enforcement().isMarketing())
                .toList();
        Set<Channel> usable = directory.ways(change.person().id()).stream()
                .filter(Way::isUsable)
                .map(Way::channel)
                .collect(Collectors.toSet());
        for (Purpose service : services) {
            List<Channel> reaching =
                    service.channels().stream().filter(usable::contains).toList();
            boolean cutOff = reaching.stream()
                    .noneMatch(channel -> service.isAllowedIn(stateOf(change, consents, service, channel)));
            if (!reaching.isEmpty() && cutOff) {
                throw InvalidInput.field(service.code(), "consent.error.lastChannel");
            }
        }
    }
}

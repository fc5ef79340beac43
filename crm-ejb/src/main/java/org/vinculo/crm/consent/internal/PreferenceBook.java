package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;
import org.vinculo.crm.consent.Purpose;
import org.vinculo.crm.consent.entity.Consent;
import org.vinculo.crm.consent.entity.ConsentPurpose;
import org.vinculo.crm.consent.entity.ConsentWording;
import org.vinculo.crm.consent.entity.ContactPreference;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.ReadOnce;

/** Reads what a customer chose, and gives out the rows for changing it. */
@ApplicationScoped
public class PreferenceBook {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Wordings wordings;

    @Inject
    Directory directory;

    public PreferenceSheet sheet(long customerId, Locale reader) {
        Directory.Person person = directory.person(customerId);
        Optional<ContactPreference> found = seen(customerId);
        ContactHours named = found.map(ContactPreference::hours).orElse(null);
        return new PreferenceSheet(
                found.map(ContactPreference::getVersion).orElse(0L),
                directory.ways(customerId),
                found.map(ContactPreference::getFirstChannel).orElse(null),
                found.map(ContactPreference::getSecondChannel).orElse(null),
                named == null ? ContactHours.usual(person.zone()) : named,
                named != null,
                person.language(),
                found.map(ContactPreference::getFrequency).orElse(Frequency.ALL),
                found.map(ContactPreference::getPausedUntil).orElse(null),
                found.map(ContactPreference::getStoppedAt).orElse(null),
                choices(customerId, reader));
    }

    /** To be looked at; {@link #open} gives the row to change. */
    Optional<ContactPreference> seen(long customerId) {
        return ReadOnce.of(List.of(PreferenceBook.class, customerId), () -> find(customerId));
    }

    private Optional<ContactPreference> find(long customerId) {
        return em.createQuery(
                        "select p from ContactPreference p where p.customerId = :customer", ContactPreference.class)
                .setParameter("customer", customerId)
                .getResultStream()
                .findFirst();
    }

    Map<Long, ContactPreference> find(Collection<Long> customerIds) {
        return em.createQuery(
                        "select p from ContactPreference p where p.customerId in :customers", ContactPreference.class)
                .setParameter("customers", customerIds)
                .getResultStream()
                .collect(Collectors.toMap(ContactPreference::getCustomerId, Function.identity()));
    }

    /**
     * The row to change; {@link #keep} it once something did change.
     *
     * @param expected version that the change rests on, or null when it rests on none
     */
    ContactPreference open(long customerId, Long expected) {
        Optional<ContactPreference> found = find(customerId);
        long actual = found.map(ContactPreference::getVersion).orElse(0L);
        if (expected != null && expected != actual) {
            throw new ConcurrentChange();
        }
        return found.orElseGet(() -> new ContactPreference(customerId, clock.instant()));
    }

    /** Lets the version grow, whatever was changed: it guards the consents too. */
    void keep(ContactPreference preference, Instant at) {
        preference.changed(at);
        if (preference.getId() == null) {
            em.persist(preference);
        }
    }

    List<Channel> preferredChannels(long customerId) {
        return seen(customerId).map(ContactPreference::preferredChannels).orElse(List.of());
    }

    public void marketingSent(long customerId, Instant at) {
        find(customerId)
                .orElseGet(() -> {
                    ContactPreference first = new ContactPreference(customerId, at);
                    em.persist(first);
                    return first;
                })
                .marketingSent(at);
    }

    Map<Key, Consent> consents(long customerId) {
        Map<Key, Consent> consents = new HashMap<>();
        for (Consent consent : em.createQuery("select c from Consent c where c.customerId = :customer", Consent.class)
                .setParameter("customer", customerId)
                .getResultList()) {
            consents.put(new Key(consent.getPurpose().getCode(), consent.getChannel()), consent);
        }
        return consents;
    }

    Map<Long, Map<Key, Consent>> consents(Collection<Long> customerIds) {
        Map<Long, Map<Key, Consent>> consents = new HashMap<>();
        em.createQuery("select c from Consent c join fetch c.purpose where c.customerId in :customers", Consent.class)
                .setParameter("customers", customerIds)
                .getResultStream()
                .forEach(consent -> consents.computeIfAbsent(consent.getCustomerId(), none -> new HashMap<>())
                        .put(new Key(consent.getPurpose().getCode(), consent.getChannel()), consent));
        return consents;
    }

    private List<PurposeChoice> choices(long customerId, Locale reader) {
        Map<Key, Consent> consents = consents(customerId);
        Map<String, ConsentWording> texts = wordings.newest(reader);
        Instant now = clock.instant();
        return wordings.purposes().stream()
                .map(purpose -> choice(purpose, texts.get(purpose.getCode()), consents, now))
                .toList();
    }

    private static PurposeChoice choice(
            ConsentPurpose stored, ConsentWording text, Map<Key, Consent> consents, Instant now) {
        Purpose purpose = stored.toPurpose();
        List<ChannelChoice> channels = purpose.channels().stream()
                .sorted()
                .map(channel -> choice(purpose, channel, consents.get(new Key(purpose.code(), channel)), now))
                .toList();
        return new PurposeChoice(
                purpose.code(),
                text.getTitle(),
                text.getExplanation(),
                purpose.legalBasis(),
                purpose.enforcement(),
                text.getEdition(),
                text.getLanguage(),
                channels);
    }

    private static ChannelChoice choice(Purpose purpose, Channel channel, Consent consent, Instant now) {
        if (consent == null) {
            return new ChannelChoice(
                    channel, ConsentState.UNKNOWN, purpose.isAllowedIn(ConsentState.UNKNOWN), null, null);
        }
        ConsentState state = consent.stateAt(now);
        return new ChannelChoice(channel, state, purpose.isAllowedIn(state), consent.getSince(), consent.getEndsAt());
    }

    /** What a consent is about. */
    record Key(String purpose, Channel channel) {}
}

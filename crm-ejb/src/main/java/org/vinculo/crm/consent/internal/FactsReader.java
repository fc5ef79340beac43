package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.consent.AddressState;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.ContactFacts;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.consent.Purpose;
import org.vinculo.crm.consent.Urgency;
import org.vinculo.crm.consent.entity.Consent;
import org.vinculo.crm.consent.entity.ContactPreference;
import org.vinculo.crm.consent.internal.PreferenceBook.Key;

/** Collects what a contact decision rests on. */
@ApplicationScoped
public class FactsReader {

    @Inject
    PreferenceBook book;

    @Inject
    Directory directory;

    /** Reads a customer once, for any number of questions. */
    public CustomerFacts of(long customerId) {
        return new CustomerFacts(
                directory.person(customerId),
                directory.ways(customerId),
                book.seen(customerId),
                book.consents(customerId));
    }

    /** Reads many customers with one statement per kind of fact; who is not there is left out. */
    public Map<Long, CustomerFacts> of(Collection<Long> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Way>> ways = directory.ways(customerIds);
        Map<Long, ContactPreference> preferences = book.find(customerIds);
        Map<Long, Map<Key, Consent>> consents = book.consents(customerIds);
        Map<Long, CustomerFacts> all = new HashMap<>();
        directory
                .persons(customerIds)
                .forEach((id, person) -> all.put(
                        id,
                        new CustomerFacts(
                                person,
                                ways.get(id),
                                Optional.ofNullable(preferences.get(id)),
                                consents.getOrDefault(id, Map.of()))));
        return all;
    }

    /** What was read of one customer. */
    public static final class CustomerFacts {
        private final Directory.Person person;
        private final List<Way> ways;
        private final Optional<ContactPreference> preference;
        private final Map<Key, Consent> consents;

        private CustomerFacts(
                Directory.Person person,
                List<Way> ways,
                Optional<ContactPreference> preference,
                Map<Key, Consent> consents) {
            this.person = person;
            this.ways = ways;
            this.preference = preference;
            this.consents = consents;
        }

        public ContactFacts about(Purpose purpose, Channel channel, Urgency urgency) {
            Optional<Consent> consent = Optional.ofNullable(consents.get(new Key(purpose.code(), channel)));
            return new ContactFacts(
                    person.closed(),
                    consent.map(Consent::getState).orElse(ConsentState.UNKNOWN),
                    consent.map(Consent::getEndsAt).orElse(null),
                    addressState(channel),
                    preference.map(ContactPreference::hours).orElseGet(() -> ContactHours.usual(person.zone())),
                    preference.map(ContactPreference::getPausedUntil).orElse(null),
                    preference.map(ContactPreference::getStoppedAt).orElse(null),
                    preference.map(ContactPreference::getFrequency).orElse(Frequency.ALL),
                    preference.map(ContactPreference::getLastMarketingAt).orElse(null),
                    urgency,
                    preferred());
        }

        public List<Channel> preferred() {
            return preference.map(ContactPreference::preferredChannels).orElse(List.of());
        }

        private AddressState addressState(Channel channel) {
            return ways.stream()
                    .filter(way -> way.channel() == channel)
                    .map(Way::state)
                    .findFirst()
                    .orElse(AddressState.MISSING);
        }
    }
}

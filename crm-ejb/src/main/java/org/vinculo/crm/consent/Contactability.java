package org.vinculo.crm.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.consent.internal.FactsReader;
import org.vinculo.crm.consent.internal.FactsReader.CustomerFacts;
import org.vinculo.crm.consent.internal.PreferenceBook;
import org.vinculo.crm.consent.internal.Wordings;

/**
 * Whether a customer may be contacted, for everybody who contacts customers. For boundaries and jobs that have checked who
 * asks; it reads what holds this moment, so that a change counts at once, also for what waits to be sent.
 */
@ApplicationScoped
public class Contactability {

    @Inject
    Clock clock;

    @Inject
    FactsReader reader;

    @Inject
    Wordings wordings;

    @Inject
    PreferenceBook book;

    public ContactAnswer canContact(long customerId, String purpose, Channel channel) {
        return canContact(customerId, purpose, channel, Urgency.ROUTINE);
    }

    /** @throws org.vinculo.crm.shared.NotFound when there is no such purpose or customer */
    public ContactAnswer canContact(long customerId, String purpose, Channel channel, Urgency urgency) {
        Purpose asked = wordings.require(purpose).toPurpose();
        CustomerFacts facts = reader.of(customerId);
        return ContactDecision.decide(asked, channel, clock.instant(), facts.about(asked, channel, urgency));
    }

    /** One answer per channel that the purpose uses, the customer's own choices first. */
    public Map<Channel, ContactAnswer> lights(long customerId, String purpose) {
        return lights(wordings.require(purpose).toPurpose(), reader.of(customerId), clock.instant());
    }

    /** As {@link #lights(long, String)} for many customers, with as many statements as for one. */
    public Map<Long, Map<Channel, ContactAnswer>> lights(Collection<Long> customerIds, String purpose) {
        Purpose asked = wordings.require(purpose).toPurpose();
        Instant now = clock.instant();
        Map<Long, Map<Channel, ContactAnswer>> all = new HashMap<>();
        reader.of(customerIds).forEach((id, facts) -> all.put(id, lights(asked, facts, now)));
        return all;
    }

    private static Map<Channel, ContactAnswer> lights(Purpose asked, CustomerFacts facts, Instant now) {
        List<Channel> preferred = facts.preferred();
        Map<Channel, ContactAnswer> lights = new LinkedHashMap<>();
        asked.channels().stream()
                .sorted(Comparator.comparingInt((Channel channel) -> rank(preferred, channel))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(channel -> lights.put(
                        channel,
                        ContactDecision.decide(asked, channel, now, facts.about(asked, channel, Urgency.ROUTINE))));
        return lights;
    }

    public List<Purpose> purposes() {
        return wordings.purposes().stream().map(purpose -> purpose.toPurpose()).toList();
    }

    /** Notes that advertising went out, for those who want it once a month. */
    public void marketingSent(long customerId, Instant at) {
        book.marketingSent(customerId, at);
    }

    private static int rank(List<Channel> preferred, Channel channel) {
        int place = preferred.indexOf(channel);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}

package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactAnswer;
import org.vinculo.crm.consent.ContactReason;
import org.vinculo.crm.consent.Contactability;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.Phrase;

/** The lights in the header of a customer's page. */
@ApplicationScoped
public class ConsentLights implements ContactLights {

    @Inject
    Contactability contactability;

    @Inject
    Wordings wordings;

    @Inject
    PreferenceBook book;

    @Inject
    CurrentCaller caller;

    @Override
    public List<Purpose> purposes() {
        Map<String, String> titles = wordings.titles(caller.get().locale());
        return contactability.purposes().stream()
                .filter(purpose -> purpose.channels().stream().anyMatch(Channel::isAddressed))
                .map(purpose -> new Purpose(purpose.code(), Phrase.value(titles.get(purpose.code()))))
                .toList();
    }

    /** Channels without an address are left out, except the two that everybody looks for. */
    @Override
    public List<Light> lights(long customerId, String purpose) {
        List<Channel> preferred = book.preferredChannels(customerId);
        return contactability.lights(customerId, purpose).entrySet().stream()
                .filter(light -> isUsual(light.getKey()) || hasAddress(light.getValue()))
                .map(light -> light(light.getKey(), light.getValue(), preferred.indexOf(light.getKey())))
                .toList();
    }

    @Override
    public Map<Long, List<Light>> lights(Collection<Long> customerIds, String purpose) {
        Map<Long, List<Light>> all = new HashMap<>();
        contactability
                .lights(customerIds, purpose)
                .forEach((id, answers) -> all.put(
                        id,
                        answers.entrySet().stream()
                                .filter(light -> isUsual(light.getKey()) || hasAddress(light.getValue()))
                                .map(light -> light(light.getKey(), light.getValue(), -1))
                                .toList()));
        return all;
    }

    private static boolean isUsual(Channel channel) {
        return channel == Channel.EMAIL || channel == Channel.PHONE;
    }

    private static boolean hasAddress(ContactAnswer answer) {
        return answer.reasons().stream().noneMatch(reason -> reason.code() == ContactReason.Code.ADDRESS_MISSING);
    }

    private static Light light(Channel channel, ContactAnswer answer, int rank) {
        State state =
                switch (answer.verdict()) {
                    case YES -> State.YES;
                    case WAIT -> State.WAIT;
                    case NO -> State.NO;
                };
        return new Light(
                org.vinculo.crm.party.Channel.valueOf(channel.name()),
                state,
                rank < 0 ? null : rank + 1,
                Words.reason(answer.because()));
    }
}

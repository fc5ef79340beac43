package org.vinculo.crm.consent;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;

/** A wish that starts as what holds and is changed one by one. */
final class Wishes {

    private final Map<String, Set<Channel>> allowed = new LinkedHashMap<>();
    private long version;
    private Channel first;
    private Channel second;
    private ContactHours hours;
    private Locale language;
    private Frequency frequency;
    private LocalDate pausedUntil;

    private Wishes(PreferenceSheet sheet) {
        version = sheet.version();
        first = sheet.first();
        second = sheet.second();
        hours = sheet.hours();
        language = sheet.language();
        frequency = sheet.frequency();
        pausedUntil = sheet.pausedUntil();
        for (PurposeChoice purpose : sheet.purposes()) {
            Set<Channel> channels = EnumSet.noneOf(Channel.class);
            purpose.channels().stream()
                    .filter(ChannelChoice::allowed)
                    .map(ChannelChoice::channel)
                    .forEach(channels::add);
            allowed.put(purpose.code(), channels);
        }
    }

    static Wishes from(PreferenceSheet sheet) {
        return new Wishes(sheet);
    }

    Wishes version(long other) {
        version = other;
        return this;
    }

    Wishes prefer(Channel one, Channel two) {
        first = one;
        second = two;
        return this;
    }

    Wishes within(ContactHours wanted) {
        hours = wanted;
        return this;
    }

    Wishes in(String tag) {
        language = Locale.forLanguageTag(tag);
        return this;
    }

    Wishes hear(Frequency wanted) {
        frequency = wanted;
        return this;
    }

    Wishes pause(LocalDate until) {
        pausedUntil = until;
        return this;
    }

    Wishes allow(String purpose, Channel channel) {
        allowed.get(purpose).add(channel);
        return this;
    }

    Wishes forbid(String purpose, Channel... channels) {
        allowed.get(purpose).removeAll(Set.of(channels));
        return this;
    }

    PreferenceWish wish() {
        return new PreferenceWish(version, first, second, hours, language, frequency, pausedUntil, allowed);
    }
}

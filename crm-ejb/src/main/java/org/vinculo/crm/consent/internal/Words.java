package org.vinculo.crm.consent.internal;

import java.text.Collator;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.ContactReason;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.shared.Texts;

/** Channels, hours and reasons as phrases. */
public final class Words {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final List<String> ZONES = List.of(
            "America/Sao_Paulo",
            "America/Manaus",
            "America/Rio_Branco",
            "America/Noronha",
            "America/Argentina/Buenos_Aires",
            "America/Montevideo",
            "America/Asuncion",
            "America/Santiago",
            "America/La_Paz",
            "America/Lima",
            "America/Bogota",
            "America/Mexico_City",
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
            "Atlantic/Azores",
            "Atlantic/Canary",
            "Europe/Lisbon",
            "Europe/London",
            "Europe/Madrid",
            "Europe/Paris",
            "Europe/Berlin",
            "Africa/Luanda",
            "Africa/Maputo");

    private Words() {}

    public static Phrase channel(Channel channel) {
        return Phrase.of("consent.channel." + channel);
    }

    /** "By e-mail", inside a sentence. */
    public static Phrase through(Channel channel) {
        return Phrase.of("consent.through." + channel);
    }

    public static Phrase reason(ContactReason reason) {
        String key = "consent.reason." + reason.code();
        if (reason.other() != null) {
            return Phrase.of(key, channel(reason.other()));
        }
        return reason.until() == null ? Phrase.of(key) : Phrase.of(key, reason.until());
    }

    public static Phrase hours(ContactHours hours) {
        return Phrase.of(
                "consent.hours.text",
                days(hours.days()),
                hours.from().toString(),
                hours.until().toString(),
                zone(hours.zone()));
    }

    public static Phrase days(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return Phrase.of("consent.days.all");
        }
        if (days.equals(WEEKDAYS)) {
            return Phrase.of("consent.days.weekdays");
        }
        if (days.equals(WEEKEND)) {
            return Phrase.of("consent.days.weekend");
        }
        List<Phrase> names = days.stream()
                .sorted()
                .map(day -> Phrase.of("consent.day." + day))
                .toList();
        return names.stream()
                .reduce((before, next) -> Phrase.of("consent.days.and", before, next))
                .orElseThrow();
    }

    /** The zones to choose from with the city that stands for each, by name; the present one is always among them. */
    public static Map<String, String> zones(String present, Locale locale) {
        Map<String, String> cities = new TreeMap<>();
        Stream.concat(ZONES.stream(), Stream.of(present))
                .forEach(id -> cities.put(id, Phrases.write(zone(ZoneId.of(id)), locale, ZoneOffset.UTC)));
        Collator alphabet = Collator.getInstance(locale);
        Map<String, String> sorted = new LinkedHashMap<>();
        cities.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(alphabet::compare))
                .forEach(city -> sorted.put(city.getKey(), city.getValue()));
        return sorted;
    }

    /** The city that stands for a zone. */
    public static Phrase zone(ZoneId zone) {
        String key = "consent.zone." + zone.getId();
        if (Texts.has(Locale.ENGLISH, key)) {
            return Phrase.of(key);
        }
        String id = zone.getId();
        return Phrase.value(id.substring(id.lastIndexOf('/') + 1).replace('_', ' '));
    }
}

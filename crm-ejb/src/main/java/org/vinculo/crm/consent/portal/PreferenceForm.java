package org.vinculo.crm.consent.portal;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.consent.PreferenceWish;
import org.vinculo.crm.consent.internal.Words;
import org.vinculo.crm.shared.InvalidInput;

/** The preferences while a customer changes them, and how far they differ from what holds. */
public class PreferenceForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private PreferenceSheet sheet;
    private Channel first;
    private Channel second;
    private DayOfWeek[] days;
    private String from;
    private String until;
    private String zone;
    private String language;
    private Frequency frequency;
    private LocalDate pausedUntil;
    private final Map<String, Boolean> ticks = new LinkedHashMap<>();

    public PreferenceForm(PreferenceSheet sheet) {
        this.sheet = sheet;
        reset();
    }

    /** Back to what holds. */
    public final void reset() {
        first = sheet.first();
        second = sheet.second();
        days = sheet.hours().days().stream().sorted().toArray(DayOfWeek[]::new);
        from = sheet.hours().from().toString();
        until = sheet.hours().until().toString();
        zone = sheet.zone().getId();
        language = sheet.language().toLanguageTag();
        frequency = sheet.frequency();
        pausedUntil = sheet.pausedUntil();
        ticks.clear();
        for (PurposeChoice purpose : sheet.purposes()) {
            purpose.channels().forEach(choice -> ticks.put(key(purpose, choice), choice.allowed()));
        }
    }

    /** Keeps what was entered and compares it with what holds by now. */
    public void rebase(PreferenceForm fresh) {
        sheet = fresh.sheet;
    }

    /** The zones to choose from with the city that stands for each, by name; the present one is always among them. */
    public static Map<String, String> zones(String present, Locale locale) {
        return Words.zones(present, locale);
    }

    /** @throws InvalidInput when no day is chosen */
    public PreferenceWish wish() {
        Map<String, Set<Channel>> allowed = new LinkedHashMap<>();
        for (PurposeChoice purpose : sheet.purposes()) {
            Set<Channel> channels = EnumSet.noneOf(Channel.class);
            purpose.channels().stream()
                    .filter(choice -> isTicked(purpose, choice))
                    .map(ChannelChoice::channel)
                    .forEach(channels::add);
            allowed.put(purpose.code(), channels);
        }
        return new PreferenceWish(
                sheet.version(),
                first,
                second,
                hours(),
                Locale.forLanguageTag(language),
                frequency,
                pausedUntil,
                allowed);
    }

    /** How many things would change. */
    public int getChanges() {
        int changes = 0;
        changes += Objects.equals(first, sheet.first()) ? 0 : 1;
        changes += Objects.equals(second, sheet.second()) ? 0 : 1;
        changes += isSameHours() ? 0 : 1;
        changes += language.equals(sheet.language().toLanguageTag()) ? 0 : 1;
        changes += frequency == sheet.frequency() ? 0 : 1;
        changes += Objects.equals(pausedUntil, sheet.pausedUntil()) ? 0 : 1;
        for (PurposeChoice purpose : sheet.purposes()) {
            changes += (int) purpose.channels().stream()
                    .filter(choice -> isTicked(purpose, choice) != choice.allowed())
                    .count();
        }
        return changes;
    }

    /** Whether a tick is the last way by which service messages arrive, so that it has to stay. */
    public boolean isLast(PurposeChoice purpose, ChannelChoice choice) {
        if (purpose.isMarketing() || !isTicked(purpose, choice) || !isUsable(choice)) {
            return false;
        }
        return purpose.channels().stream()
                        .filter(each -> isUsable(each) && isTicked(purpose, each))
                        .count()
                == 1;
    }

    /** Whether there is an address for the channel, or it needs none. */
    public boolean isUsable(ChannelChoice choice) {
        return !choice.channel().isAddressed()
                || sheet.way(choice.channel()).filter(Way::isUsable).isPresent();
    }

    public static String key(PurposeChoice purpose, ChannelChoice choice) {
        return purpose.code() + "-" + choice.channel();
    }

    /** The addresses that can be chosen. */
    public List<Way> getWays() {
        return sheet.ways().stream().filter(Way::isUsable).toList();
    }

    /** The address behind the first choice, or null. */
    public Way getFirstWay() {
        return way(first);
    }

    public Way getSecondWay() {
        return way(second);
    }

    public static List<Frequency> frequencies() {
        return List.of(Frequency.values());
    }

    private Way way(Channel channel) {
        return channel == null ? null : sheet.way(channel).orElse(null);
    }

    private boolean isTicked(PurposeChoice purpose, ChannelChoice choice) {
        return Boolean.TRUE.equals(ticks.get(key(purpose, choice)));
    }

    private boolean isSameHours() {
        return chosenDays().equals(sheet.hours().days())
                && from.equals(sheet.hours().from().toString())
                && until.equals(sheet.hours().until().toString())
                && zone.equals(sheet.zone().getId());
    }

    private ContactHours hours() {
        if (days == null || days.length == 0) {
            throw InvalidInput.field("days", "consent.error.noDay");
        }
        return new ContactHours(chosenDays(), LocalTime.parse(from), LocalTime.parse(until), ZoneId.of(zone));
    }

    private Set<DayOfWeek> chosenDays() {
        Set<DayOfWeek> chosen = new LinkedHashSet<>();
        if (days != null) {
            chosen.addAll(Set.of(days));
        }
        return chosen;
    }

    public PreferenceSheet getSheet() {
        return sheet;
    }

    public Channel getFirst() {
        return first;
    }

    public void setFirst(Channel first) {
        this.first = first;
    }

    public Channel getSecond() {
        return second;
    }

    public void setSecond(Channel second) {
        this.second = second;
    }

    public DayOfWeek[] getDays() {
        return days == null ? new DayOfWeek[0] : days.clone();
    }

    public void setDays(DayOfWeek[] days) {
        this.days = days == null ? new DayOfWeek[0] : days.clone();
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public Frequency getFrequency() {
        return frequency;
    }

    public void setFrequency(Frequency frequency) {
        this.frequency = frequency;
    }

    /** First day after the pause as an ISO date, or null for no pause. */
    public String getPause() {
        return pausedUntil == null ? null : pausedUntil.toString();
    }

    public void setPause(String until) {
        pausedUntil = until == null || until.isEmpty() ? null : LocalDate.parse(until);
    }

    public Map<String, Boolean> getTicks() {
        return ticks;
    }
}

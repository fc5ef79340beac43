package org.vinculo.crm.portal.preferences;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vinculo.crm.consent.portal.PreferenceForm;
import org.vinculo.crm.ui.Functions;
import org.vinculo.crm.ui.Viewer;

/** What there is to choose from on the page of preferences. */
@Named
@RequestScoped
public class PreferenceChoices {

    private static final List<Integer> PAUSE_MONTHS = List.of(1, 3, 6, 12);
    private static final int HALF_HOURS = 48;
    private static final int MINUTES = 30;
    private static final Map<String, String> ICONS = Map.of(
            "EMAIL", "mail", "WHATSAPP", "wa", "PHONE", "phone", "SMS", "sms", "POST", "note", "PROCESSING", "insight");

    @Inject
    Clock clock;

    @Inject
    Viewer viewer;

    /** A value with its text. */
    public record Choice(String value, String text) {}

    public List<DayOfWeek> getDays() {
        return List.of(DayOfWeek.values());
    }

    /** Every half hour, with the present time among them. */
    public Set<String> times(String present) {
        Set<String> times = new TreeSet<>(Set.of(present));
        for (int step = 0; step < HALF_HOURS; step++) {
            times.add(LocalTime.MIDNIGHT.plusMinutes((long) step * MINUTES).toString());
        }
        return times;
    }

    /** Name of the icon of a channel. */
    public String icon(Object channel) {
        return ICONS.getOrDefault(String.valueOf(channel), "chat");
    }

    public List<?> getFrequencies() {
        return PreferenceForm.frequencies();
    }

    /** The zones offered, with the present one among them. */
    public List<Choice> zones(String present) {
        return PreferenceForm.zones(present, viewer.getLocale()).entrySet().stream()
                .map(zone -> new Choice(zone.getKey(), zone.getValue()))
                .toList();
    }

    /** Some lengths of a pause, with the present end among them when it is none of them. */
    public List<Choice> pauses(LocalDate present) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
        List<Choice> choices = new ArrayList<>();
        for (int months : PAUSE_MONTHS) {
            LocalDate until = today.plusMonths(months);
            choices.add(new Choice(until.toString(), Functions.text2("portal.preferences.pauseFor", months, until)));
        }
        boolean listed = present == null
                || choices.stream().anyMatch(choice -> choice.value().equals(present.toString()));
        if (!listed) {
            choices.add(0, new Choice(present.toString(), Functions.text("portal.preferences.pauseUntil", present)));
        }
        return choices;
    }
}

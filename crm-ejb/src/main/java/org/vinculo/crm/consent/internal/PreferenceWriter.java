package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.vinculo.crm.consent.AddressState;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.consent.PreferenceWish;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.consent.entity.ContactPreference;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;

/** Writes how and when a customer wants to be reached. */
@ApplicationScoped
public class PreferenceWriter {

    private static final int LONGEST_PAUSE_MONTHS = 24;

    @Inject
    Directory directory;

    void write(Change change, ContactPreference preference, PreferenceWish wish) {
        prefer(change, preference, wish.first(), wish.second());
        reachWithin(change, preference, wish.hours());
        writeIn(change, wish.language());
        hearFrom(change, preference, wish.frequency());
        pause(change, preference, wish.pausedUntil());
    }

    private void prefer(Change change, ContactPreference preference, Channel first, Channel second) {
        Channel oldFirst = preference.getFirstChannel();
        Channel oldSecond = preference.getSecondChannel();
        if (oldFirst == first && oldSecond == second) {
            return;
        }
        List<Way> ways = directory.ways(change.person().id());
        requireAddress("first", ways, first);
        requireAddress("second", ways, second);
        preference.prefer(first, second);
        if (oldFirst != first) {
            change.note(Topic.FIRST_CHANNEL, oldFirst, first);
        }
        if (oldSecond != second) {
            change.note(Topic.SECOND_CHANNEL, oldSecond, second);
        }
    }

    private static void requireAddress(String field, List<Way> ways, Channel channel) {
        boolean missing = channel != null
                && ways.stream().noneMatch(way -> way.channel() == channel && way.state() != AddressState.MISSING);
        if (missing) {
            throw InvalidInput.field(field, "consent.error.noAddress");
        }
    }

    private static void reachWithin(Change change, ContactPreference preference, ContactHours wanted) {
        ContactHours before =
                preference.hours() == null ? ContactHours.usual(change.person().zone()) : preference.hours();
        if (wanted == null || wanted.equals(before)) {
            return;
        }
        if (wanted.from().equals(wanted.until()) && !wanted.from().equals(LocalTime.MIDNIGHT)) {
            throw InvalidInput.field("until", "consent.error.noTime");
        }
        preference.reachWithin(wanted);
        change.note(Topic.HOURS, before.code(), wanted.code());
    }

    private void writeIn(Change change, Locale wanted) {
        Locale before = change.person().language();
        if (wanted == null || wanted.equals(before)) {
            return;
        }
        if (!Texts.LOCALES.contains(wanted)) {
            throw InvalidInput.field("language", "choice");
        }
        directory.changeLanguage(change.person().id(), wanted);
        change.note(Topic.LANGUAGE, before.toLanguageTag(), wanted.toLanguageTag());
    }

    private static void hearFrom(Change change, ContactPreference preference, Frequency wanted) {
        Frequency before = preference.getFrequency();
        if (wanted == null || wanted == before) {
            return;
        }
        preference.hearFrom(wanted);
        change.note(Topic.FREQUENCY, before, wanted);
    }

    private static void pause(Change change, ContactPreference preference, LocalDate until) {
        LocalDate before = preference.getPausedUntil();
        if (Objects.equals(until, before)) {
            return;
        }
        if (until != null && !until.isAfter(change.today())) {
            throw InvalidInput.field("pausedUntil", "consent.error.pausePast");
        }
        if (until != null && until.isAfter(change.today().plusMonths(LONGEST_PAUSE_MONTHS))) {
            throw InvalidInput.field("pausedUntil", "consent.error.pauseTooLong", LONGEST_PAUSE_MONTHS);
        }
        preference.pauseUntil(until);
        change.note(Topic.PAUSE, before, until);
    }
}

package org.vinculo.crm.consent.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;
import org.vinculo.crm.consent.internal.Words;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;

/** Says preferences in a few words. */
final class Glances {

    private Glances() {}

    static MyGlance of(PreferenceSheet sheet, Instant now, Locale locale, ZoneId zone) {
        return new MyGlance(
                sheet.version() > 0,
                name(sheet.first(), locale, zone),
                name(sheet.second(), locale, zone),
                write(Words.hours(sheet.hours()), locale, zone),
                allowed(sheet),
                sheet.stoppedAt(),
                pause(sheet, now),
                endsNext(sheet, now));
    }

    private static List<String> allowed(PreferenceSheet sheet) {
        return sheet.purposes().stream()
                .filter(PurposeChoice::isMarketing)
                .filter(purpose -> purpose.channels().stream().anyMatch(ChannelChoice::allowed))
                .map(PurposeChoice::title)
                .toList();
    }

    private static LocalDate pause(PreferenceSheet sheet, Instant now) {
        LocalDate until = sheet.pausedUntil();
        boolean over = until == null || !until.isAfter(now.atZone(sheet.zone()).toLocalDate());
        return over ? null : until;
    }

    private static Instant endsNext(PreferenceSheet sheet, Instant now) {
        return sheet.purposes().stream()
                .flatMap(purpose -> purpose.channels().stream())
                .filter(ChannelChoice::allowed)
                .map(ChannelChoice::endsAt)
                .filter(Objects::nonNull)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String name(Channel channel, Locale locale, ZoneId zone) {
        return channel == null ? null : write(Words.channel(channel), locale, zone);
    }

    private static String write(Phrase phrase, Locale locale, ZoneId zone) {
        return Phrases.write(phrase, locale, zone);
    }
}

package org.vinculo.crm.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.operations.MaintenanceView;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Texts;

/** What a person reads about announced maintenance: in their language and their time. */
@ApplicationScoped
public class MaintenanceWords {

    @Inject
    CurrentCaller caller;

    @Inject
    Settings settings;

    public String text(MaintenanceView notice, Locale locale) {
        String said = notice.text(locale);
        String key = notice.closed() ? "operations.notice.closed" : "operations.notice.open";
        String words = said == null ? Texts.text(locale, key) : said;
        return Texts.text(
                locale, "operations.notice.when", words, moment(notice.from(), locale), moment(notice.until(), locale));
    }

    private String moment(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(zone()));
    }

    /** Who is not signed in has no zone; the company's is the better guess than none. */
    private ZoneId zone() {
        ZoneId own = caller.get().zone();
        return own.equals(ZoneOffset.UTC) ? settings.zone() : own;
    }
}

package org.vinculo.crm.backoffice.promises;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.vinculo.crm.activity.KeptRate;
import org.vinculo.crm.activity.KeptRates;
import org.vinculo.crm.activity.PromiseService;
import org.vinculo.crm.ui.Viewer;

/** How promises were kept that fell due in a time. */
@Named("promiseRates")
@RequestScoped
public class RatesBacking {

    private static final int USUAL_DAYS = 90;

    @EJB
    private PromiseService promises;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    private LocalDate from;
    private LocalDate to;
    private KeptRates rates;

    public void load() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
        to = to == null || to.isAfter(today) ? today : to;
        from = from == null || from.isAfter(to) ? to.minusDays(USUAL_DAYS) : from;
        rates = promises.keptRates(from, to);
    }

    /** The promises behind a number of a person or team. */
    public String link(KeptRate row, boolean team, String view) {
        String who = row.id() == null ? "" : (team ? "&team=" : "&owner=") + row.id();
        return "list?view=" + view + who + "&from=" + from + "&to=" + to;
    }

    public KeptRates getRates() {
        return rates;
    }

    public String getFrom() {
        return from == null ? null : from.toString();
    }

    public void setFrom(String text) {
        from = day(text);
    }

    public String getTo() {
        return to == null ? null : to.toString();
    }

    public void setTo(String text) {
        to = day(text);
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}

package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.operations.MaintenanceService;
import org.vinculo.crm.operations.MaintenanceView;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** Announcing maintenance. Moments are typed in the administrator's own time. */
@Named
@ViewScoped
public class MaintenanceBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration USUAL = Duration.ofHours(1);

    @EJB
    private MaintenanceService service;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Clock clock;

    private boolean announced;
    private LocalDate fromDay;
    private String fromTime;
    private LocalDate untilDay;
    private String untilTime;
    private boolean closed;
    private final Map<String, String> texts = new HashMap<>();

    public void load() {
        Optional<MaintenanceView> present = service.announced();
        announced = present.isPresent();
        Instant next = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(USUAL);
        show(present.orElseGet(() -> new MaintenanceView(Map.of(), next, next.plus(USUAL), false)));
    }

    private void show(MaintenanceView notice) {
        LocalDateTime from = LocalDateTime.ofInstant(notice.from(), viewer.getZone());
        LocalDateTime until = LocalDateTime.ofInstant(notice.until(), viewer.getZone());
        fromDay = from.toLocalDate();
        fromTime = time(from);
        untilDay = until.toLocalDate();
        untilTime = time(until);
        closed = notice.closed();
        for (Locale locale : Texts.LOCALES) {
            texts.put(locale.getLanguage(), notice.text(locale));
        }
    }

    private static String time(LocalDateTime moment) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment);
    }

    public String announce() {
        Map<String, String> given = new HashMap<>();
        for (Locale locale : Texts.LOCALES) {
            String text = texts.get(locale.getLanguage());
            if (text != null && !text.isBlank()) {
                given.put(locale.toLanguageTag(), text);
            }
        }
        service.announce(new MaintenanceView(
                given, moment(fromDay, fromTime, "fromTime"), moment(untilDay, untilTime, "untilTime"), closed));
        feedback.done("operations.maintenance.announced");
        return "/admin/maintenance?faces-redirect=true";
    }

    private Instant moment(LocalDate day, String time, String field) {
        try {
            return day.atTime(LocalTime.parse(time)).atZone(viewer.getZone()).toInstant();
        } catch (DateTimeParseException wrong) {
            throw InvalidInput.field(field, "operations.error.time");
        }
    }

    public String end() {
        service.end();
        feedback.done("operations.maintenance.ended");
        return "/admin/maintenance?faces-redirect=true";
    }

    public boolean isAnnounced() {
        return announced;
    }

    public LocalDate getFromDay() {
        return fromDay;
    }

    public void setFromDay(LocalDate day) {
        fromDay = day;
    }

    public String getFromTime() {
        return fromTime;
    }

    public void setFromTime(String time) {
        fromTime = time;
    }

    public LocalDate getUntilDay() {
        return untilDay;
    }

    public void setUntilDay(LocalDate day) {
        untilDay = day;
    }

    public String getUntilTime() {
        return untilTime;
    }

    public void setUntilTime(String time) {
        untilTime = time;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean doorsClosed) {
        closed = doorsClosed;
    }

    /** By language. */
    public Map<String, String> getTexts() {
        return texts;
    }
}

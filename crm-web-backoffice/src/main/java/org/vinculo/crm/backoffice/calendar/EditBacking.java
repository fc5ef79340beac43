package org.vinculo.crm.backoffice.calendar;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.activity.AppointmentForm;
import org.vinculo.crm.activity.AppointmentView;
import org.vinculo.crm.activity.BusyTime;
import org.vinculo.crm.activity.CalendarService;
import org.vinculo.crm.activity.RepeatKind;
import org.vinculo.crm.activity.SeriesScope;
import org.vinculo.crm.backoffice.customers.CustomerPicker;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.Viewer;

/** Writing down an appointment, changing one time of it or all, and answering. */
@Named("calendarEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int[] LENGTHS = {15, 30, 45, 60, 90, 120, 180, 240, 480, 1440, 2880};

    @EJB
    private CalendarService calendar;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private String id;
    private String at;
    private String customer;
    private String date;
    private AppointmentView appointment;
    private AppointmentForm form = new AppointmentForm();
    private final CustomerPicker picker = new CustomerPicker();
    private final Once once = new Once();
    private boolean mayChange = true;
    private List<StaffRef> people;
    private String colleague;
    private List<BusyTime> busy;

    public void loadNew() {
        picker.start(customer);
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
        form.setDay(date == null ? today : day(today));
        form.setTime(LocalTime.of(9, 0));
        form.setZone(viewer.getZone().getId());
    }

    private LocalDate day(LocalDate usual) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException noDay) {
            return usual;
        }
    }

    public void loadKnown() {
        appointment = calendar.get(id);
        mayChange = calendar.mayChange(id);
        if (mayChange) {
            form = calendar.form(id, occurrence());
            picker.start(appointment.customerId(), appointment.customer());
        }
    }

    private LocalDateTime occurrence() {
        try {
            return at == null || at.isBlank() || !appointment.repeats() ? null : LocalDateTime.parse(at);
        } catch (DateTimeParseException none) {
            throw new NotFound();
        }
    }

    public String save() {
        form.setCustomer(picker.getChosen());
        if (form.isNew()) {
            return once.run(this::make, form.getTitle(), form.getDay(), form.getTime(), form.getCustomer());
        }
        AppointmentView saved = calendar.change(form);
        feedback.done("activity.appointment.saved", form.getTitle());
        return "/calendar/edit?faces-redirect=true&id=" + saved.publicId();
    }

    private String make() {
        List<BusyTime> others = calendar.busy(form);
        calendar.make(form);
        feedback.done("activity.appointment.made", form.getTitle());
        if (!others.isEmpty()) {
            feedback.warn(
                    "activity.appointment.conflict",
                    others.get(0).name(),
                    others.get(0).from());
        }
        return customer == null
                ? "/calendar/view?faces-redirect=true&date=" + form.getDay()
                : "/customers/view?faces-redirect=true&tab=activity&id=" + customer;
    }

    public void look() {
        busy = calendar.busy(form);
    }

    public String cancel() {
        calendar.cancel(id, appointment.repeats() ? form.getScope() : SeriesScope.ALL, form.getOccurrence());
        feedback.done("activity.appointment.cancelled", appointment.title());
        return "/calendar/view?faces-redirect=true&date=" + appointment.start().toLocalDate();
    }

    public String accept() {
        return answer(true);
    }

    public String decline() {
        return answer(false);
    }

    private String answer(boolean comes) {
        calendar.answer(id, comes);
        feedback.done(comes ? "activity.appointment.accepted" : "activity.appointment.declined");
        return "/calendar/edit?faces-redirect=true&id=" + id;
    }

    /** Whether the viewer is one of the guests. */
    public boolean isGuest() {
        return appointment.guests().stream()
                .anyMatch(guest -> guest.account() != null && guest.name().equals(viewer.getName()));
    }

    public void addColleague() {
        if (colleague != null && !form.getColleagues().contains(colleague)) {
            List<String> invited = new ArrayList<>(form.getColleagues());
            invited.add(colleague);
            form.setColleagues(invited);
        }
    }

    public void removeColleague(String publicId) {
        List<String> invited = new ArrayList<>(form.getColleagues());
        invited.remove(publicId);
        form.setColleagues(invited);
    }

    public List<StaffRef> getInvited() {
        return getPeople().stream()
                .filter(person -> form.getColleagues().contains(person.publicId()))
                .toList();
    }

    public List<StaffRef> getPeople() {
        if (people == null) {
            people = calendar.people();
        }
        return people;
    }

    /** The clocks there are to choose from: the viewer's, the house's and the present one. */
    public Set<String> getZones() {
        Set<String> zones = new LinkedHashSet<>();
        zones.add(viewer.getZone().getId());
        zones.add(settings.zone().getId());
        if (form.getZone() != null) {
            zones.add(form.getZone());
        }
        zones.addAll(List.of("America/Sao_Paulo", "Europe/Lisbon", "Europe/Madrid", "America/Mexico_City"));
        return zones;
    }

    public int[] getLengths() {
        int own = form.getMinutes() == null ? LENGTHS[3] : form.getMinutes();
        return java.util.stream.IntStream.concat(java.util.Arrays.stream(LENGTHS), java.util.stream.IntStream.of(own))
                .distinct()
                .sorted()
                .toArray();
    }

    public String dayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, viewer.getLocale());
    }

    /** The days of the week on which it is repeated, by their names: boxes give texts. */
    public List<String> getRepeatDays() {
        return form.getWeekdays().stream().map(DayOfWeek::name).toList();
    }

    public void setRepeatDays(List<String> names) {
        form.setWeekdays(new ArrayList<>(names.stream().map(DayOfWeek::valueOf).toList()));
    }

    public DayOfWeek[] getWeekdays() {
        return DayOfWeek.values();
    }

    public List<RepeatKind> getKinds() {
        List<RepeatKind> kinds = new ArrayList<>(List.of(RepeatKind.values()));
        if (form.getRepeat() != RepeatKind.OTHER) {
            kinds.remove(RepeatKind.OTHER);
        }
        return kinds;
    }

    public SeriesScope[] getScopes() {
        return SeriesScope.values();
    }

    public boolean isSeries() {
        return appointment != null && appointment.repeats();
    }

    public Instant getStartsAt() {
        LocalDateTime occurrence = occurrence();
        return occurrence == null
                ? appointment.startsAt()
                : occurrence.atZone(ZoneId.of(appointment.zone())).toInstant();
    }

    public boolean isMayChange() {
        return mayChange;
    }

    public List<BusyTime> getBusy() {
        return busy;
    }

    public AppointmentForm getForm() {
        return form;
    }

    public CustomerPicker getPicker() {
        return picker;
    }

    public AppointmentView getAppointment() {
        return appointment;
    }

    public String getColleague() {
        return colleague;
    }

    public void setColleague(String colleague) {
        this.colleague = colleague;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }
}

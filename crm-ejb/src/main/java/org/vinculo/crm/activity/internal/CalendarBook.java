package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.AppointmentForm;
import org.vinculo.crm.activity.RepeatKind;
import org.vinculo.crm.activity.SeriesScope;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentChange;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Fields;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PublicId;

/** Keeps appointments and their series; who may is decided at the door. */
@ApplicationScoped
public class CalendarBook {

    private static final int TITLE_LENGTH = 200;
    private static final int DESCRIPTION_LENGTH = 2000;
    private static final int LONGEST_MINUTES = 31 * 24 * 60;
    private static final int DAY_MINUTES = 24 * 60;
    private static final int MOST_TIMES = 1000;
    private static final int MOST_INTERVAL = 99;
    private static final Pattern COUNT = Pattern.compile(";?COUNT=(\\d+)");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    /** What a form means, once it is right. */
    private record Wanted(
            String title,
            String place,
            String description,
            LocalDateTime start,
            int minutes,
            boolean allDay,
            ZoneId zone,
            String rule,
            LocalDateTime until) {}

    public Optional<Appointment> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select a from Appointment a where a.publicId = :id", Appointment.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public Map<Long, Map<LocalDateTime, AppointmentChange>> changes(Collection<Long> appointments) {
        if (appointments.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select c from AppointmentChange c where c.appointmentId in :ids order by c.originalLocal",
                        AppointmentChange.class)
                .setParameter("ids", appointments)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        AppointmentChange::getAppointmentId,
                        Collectors.toMap(AppointmentChange::getOriginalLocal, change -> change)));
    }

    Series series(Appointment appointment) {
        return series(appointment, changes(List.of(appointment.getId())).getOrDefault(appointment.getId(), Map.of()));
    }

    static Series series(Appointment appointment, Map<LocalDateTime, AppointmentChange> changes) {
        return new Series(
                appointment.getStartLocal(),
                appointment.getMinutes(),
                ZoneId.of(appointment.getZone()),
                appointment.getRule(),
                appointment.getUntilLocal(),
                changes);
    }

    public Appointment make(CustomerRef customer, AppointmentForm form, long organizer) {
        Wanted wanted = wanted(form);
        Appointment appointment = new Appointment(organizer, null, who.now(), who.name());
        write(appointment, wanted);
        appointment.with(customer == null ? null : customer.id(), form.isShown());
        reach(appointment, Map.of());
        em.persist(appointment);
        em.flush();
        return appointment;
    }

    private static void write(Appointment appointment, Wanted wanted) {
        appointment.say(wanted.title(), wanted.place(), wanted.description());
        appointment.take(
                wanted.start(), wanted.minutes(), wanted.allDay(), wanted.zone().getId());
        appointment.repeat(wanted.rule(), wanted.until());
    }

    void reach(Appointment appointment, Map<LocalDateTime, AppointmentChange> changes) {
        Series series = series(appointment, changes);
        appointment.reach(series.firstAt(), series.lastAt());
    }

    /**
     * Changes one occurrence, an occurrence and what follows, or all.
     *
     * @return the appointment that now holds the occurrence
     */
    public Appointment change(Appointment appointment, CustomerRef customer, AppointmentForm form) {
        if (appointment.getVersion() != form.getVersion() || !appointment.isPlanned()) {
            throw new ConcurrentChange();
        }
        Wanted wanted = wanted(form);
        Long customerId = customer == null ? null : customer.id();
        if (appointment.getRule() == null || form.getScope() == SeriesScope.ALL) {
            changeAll(appointment, wanted, form);
            appointment.with(customerId, form.isShown());
            return appointment;
        }
        LocalDateTime original = occurrence(appointment, form.getOccurrence());
        if (form.getScope() == SeriesScope.THIS) {
            changeOne(appointment, original, wanted);
            return appointment;
        }
        if (original.equals(appointment.getStartLocal())) {
            changeAll(appointment, wanted, form);
            appointment.with(customerId, form.isShown());
            return appointment;
        }
        Appointment following = split(appointment, original, wanted);
        following.with(customerId, form.isShown());
        return following;
    }

    /** The form holds the time of the occurrence that was opened; the series moves by as much as it was moved. */
    private void changeAll(Appointment appointment, Wanted wanted, AppointmentForm form) {
        Map<LocalDateTime, AppointmentChange> changes =
                changes(List.of(appointment.getId())).getOrDefault(appointment.getId(), Map.of());
        LocalDateTime opened = form.getOccurrence() == null ? appointment.getStartLocal() : form.getOccurrence();
        Duration moved = Duration.between(opened, wanted.start());
        LocalDateTime start = appointment.getRule() == null
                ? wanted.start()
                : appointment.getStartLocal().plus(moved);
        boolean sameRule = java.util.Objects.equals(appointment.getRule(), wanted.rule());
        LocalDateTime until =
                wanted.until() == null ? null : wanted.until().toLocalDate().atTime(LocalTime.MAX.withNano(0));
        appointment.say(wanted.title(), wanted.place(), wanted.description());
        appointment.take(start, wanted.minutes(), wanted.allDay(), wanted.zone().getId());
        appointment.repeat(wanted.rule(), until);
        appointment.next();
        if (!sameRule) {
            changes.values().forEach(em::remove);
        }
        reach(appointment, sameRule ? moved(appointment, changes, moved) : Map.of());
    }

    /** What was different stays different; rows are made anew, because their clock times are unique at every moment. */
    private Map<LocalDateTime, AppointmentChange> moved(
            Appointment appointment, Map<LocalDateTime, AppointmentChange> changes, Duration moved) {
        if (moved.isZero() || changes.isEmpty()) {
            return changes;
        }
        changes.values().forEach(em::remove);
        em.flush();
        Map<LocalDateTime, AppointmentChange> kept = new HashMap<>();
        for (AppointmentChange change : changes.values()) {
            AppointmentChange copy = new AppointmentChange(
                    appointment.getId(), change.getOriginalLocal().plus(moved));
            if (change.isCancelled()) {
                copy.cancel();
            } else {
                copy.differ(change.getStartLocal(), change.getMinutes(), change.getTitle(), change.getPlace());
            }
            em.persist(copy);
            kept.put(copy.getOriginalLocal(), copy);
        }
        return kept;
    }

    private void changeOne(Appointment appointment, LocalDateTime original, Wanted wanted) {
        AppointmentChange change = changeOf(appointment, original);
        change.differ(
                wanted.start().equals(original) ? null : wanted.start(),
                wanted.minutes() == appointment.getMinutes() ? null : wanted.minutes(),
                wanted.title().equals(appointment.getTitle()) ? null : wanted.title(),
                java.util.Objects.equals(wanted.place(), appointment.getPlace()) ? null : wanted.place());
        appointment.next();
        em.flush();
        Series series = series(appointment);
        appointment.reach(series.firstAt(), series.lastAt());
    }

    private AppointmentChange changeOf(Appointment appointment, LocalDateTime original) {
        AppointmentChange known = changes(List.of(appointment.getId()))
                .getOrDefault(appointment.getId(), Map.of())
                .get(original);
        if (known != null) {
            return known;
        }
        AppointmentChange fresh = new AppointmentChange(appointment.getId(), original);
        em.persist(fresh);
        return fresh;
    }

    /** What comes from an occurrence on becomes a series of its own; what was different there stays different. */
    private Appointment split(Appointment appointment, LocalDateTime original, Wanted wanted) {
        Series before = series(appointment);
        String rule = wanted.rule();
        if (rule != null && COUNT.matcher(rule).find() && rule.equals(appointment.getRule())) {
            int left = count(rule) - before.countBefore(original);
            rule = COUNT.matcher(rule).replaceAll("") + ";COUNT=" + Math.max(1, left);
        }
        Appointment following = new Appointment(appointment.getOrganizerId(), null, who.now(), who.name());
        write(
                following,
                new Wanted(
                        wanted.title(),
                        wanted.place(),
                        wanted.description(),
                        wanted.start(),
                        wanted.minutes(),
                        wanted.allDay(),
                        wanted.zone(),
                        rule,
                        wanted.until()));
        reach(following, Map.of());
        em.persist(following);
        em.flush();
        end(appointment, original);
        Duration moved = Duration.between(original, wanted.start());
        Map<LocalDateTime, AppointmentChange> there = new HashMap<>();
        for (AppointmentChange change : before.changes().values()) {
            if (!change.getOriginalLocal().isBefore(original)) {
                change.move(following.getId(), change.getOriginalLocal().plus(moved));
                there.put(change.getOriginalLocal(), change);
            }
        }
        reach(following, there);
        em.flush();
        reach(appointment, changes(List.of(appointment.getId())).getOrDefault(appointment.getId(), Map.of()));
        return following;
    }

    private static int count(String rule) {
        java.util.regex.Matcher found = COUNT.matcher(rule);
        return found.find() ? Integer.parseInt(found.group(1)) : MOST_TIMES;
    }

    /** The series ends before a clock time. */
    private static void end(Appointment appointment, LocalDateTime before) {
        appointment.repeat(COUNT.matcher(appointment.getRule()).replaceAll(""), before.minusSeconds(1));
        appointment.next();
    }

    /** @return whether the whole appointment is cancelled */
    public boolean cancel(Appointment appointment, SeriesScope scope, LocalDateTime wantedOccurrence) {
        if (!appointment.isPlanned()) {
            throw new ConcurrentChange();
        }
        if (appointment.getRule() == null || scope == SeriesScope.ALL) {
            appointment.cancel();
            return true;
        }
        LocalDateTime original = occurrence(appointment, wantedOccurrence);
        if (scope == SeriesScope.FOLLOWING && original.equals(appointment.getStartLocal())) {
            appointment.cancel();
            return true;
        }
        if (scope == SeriesScope.THIS) {
            changeOf(appointment, original).cancel();
            appointment.next();
        } else {
            end(appointment, original);
            changes(List.of(appointment.getId())).getOrDefault(appointment.getId(), Map.of()).values().stream()
                    .filter(change -> !change.getOriginalLocal().isBefore(original))
                    .forEach(em::remove);
        }
        em.flush();
        Series series = series(appointment);
        appointment.reach(series.firstAt(), series.lastAt());
        return false;
    }

    /** @throws NotFound when the series has no such occurrence */
    private LocalDateTime occurrence(Appointment appointment, LocalDateTime wanted) {
        LocalDateTime original = wanted == null ? appointment.getStartLocal() : wanted;
        if (!series(appointment).has(original)) {
            throw new NotFound();
        }
        return original;
    }

    private Wanted wanted(AppointmentForm form) {
        Fields fields = new Fields();
        String title = fields.required("title", form.getTitle(), TITLE_LENGTH);
        String place = fields.line("place", form.getPlace(), TITLE_LENGTH);
        String description = fields.text("description", form.getDescription(), DESCRIPTION_LENGTH);
        fields.required("day", form.getDay());
        if (form.getDay() != null
                && (form.getDay().isBefore(LocalDate.of(1970, 1, 1))
                        || form.getDay().isAfter(who.today().plusYears(20)))) {
            fields.wrong("day", "activity.error.appointmentDay");
        }
        if (!form.isAllDay()) {
            fields.required("time", form.getTime());
        }
        int minutes = form.isAllDay() ? days(form) * DAY_MINUTES : form.getMinutes() == null ? 0 : form.getMinutes();
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            fields.wrong("minutes", "activity.error.minutes");
        }
        ZoneId zone = zone(fields, form.getZone());
        String rule = rule(fields, form);
        if (form.getUntil() != null
                && form.getDay() != null
                && rule != null
                && form.getUntil().isBefore(form.getDay())) {
            fields.wrong("until", "dateOrder");
        }
        fields.check();
        LocalDateTime start =
                form.isAllDay() ? form.getDay().atStartOfDay() : form.getDay().atTime(form.getTime());
        LocalDateTime until =
                rule == null || form.getUntil() == null ? null : form.getUntil().atTime(LocalTime.MAX.withNano(0));
        return new Wanted(title, place, description, start, minutes, form.isAllDay(), zone, rule, until);
    }

    /** Whole days: a length below one is one. */
    private static int days(AppointmentForm form) {
        int minutes = form.getMinutes() == null ? DAY_MINUTES : form.getMinutes();
        return Math.max(1, minutes / DAY_MINUTES);
    }

    private ZoneId zone(Fields fields, String wanted) {
        try {
            return wanted == null ? who.zone() : ZoneId.of(wanted);
        } catch (DateTimeException unknown) {
            fields.wrong("zone", "choice");
            return who.zone();
        }
    }

    private static String rule(Fields fields, AppointmentForm form) {
        RepeatKind kind = form.getRepeat() == null ? RepeatKind.NONE : form.getRepeat();
        if (kind == RepeatKind.NONE) {
            return null;
        }
        if (kind == RepeatKind.OTHER) {
            String rule = Rule.checked(form.getRule()).orElse(null);
            if (rule == null) {
                fields.wrong("repeat", "activity.error.rule");
            }
            return rule;
        }
        int interval = form.getInterval() == null ? 1 : form.getInterval();
        if (interval < 1 || interval > MOST_INTERVAL) {
            fields.wrong("interval", "activity.error.interval", MOST_INTERVAL);
        }
        if (form.getCount() != null && (form.getCount() < 1 || form.getCount() > MOST_TIMES)) {
            fields.wrong("count", "activity.error.count", MOST_TIMES);
        }
        if (form.getCount() != null && form.getUntil() != null) {
            fields.wrong("count", "activity.error.countAndUntil");
        }
        List<String> parts = new ArrayList<>();
        parts.add("FREQ=" + kind.name());
        if (interval > 1) {
            parts.add("INTERVAL=" + interval);
        }
        if (kind == RepeatKind.WEEKLY && !form.getWeekdays().isEmpty()) {
            parts.add("BYDAY="
                    + form.getWeekdays().stream()
                            .sorted()
                            .map(CalendarBook::code)
                            .collect(Collectors.joining(",")));
        }
        if (form.getCount() != null) {
            parts.add("COUNT=" + form.getCount());
        }
        return String.join(";", parts);
    }

    /** The next times that a form means; none while it is not complete. */
    public List<Series.Occurrence> times(AppointmentForm form, int most) {
        Wanted wanted = wanted(form);
        Series series =
                new Series(wanted.start(), wanted.minutes(), wanted.zone(), wanted.rule(), wanted.until(), Map.of());
        java.time.Instant from = Series.moment(wanted.start(), wanted.zone());
        return series.between(from, from.plus(Duration.ofDays(366)), most);
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** How a rule looks in the form. */
    public static void show(Appointment appointment, AppointmentForm form) {
        String rule = appointment.getRule();
        form.setRule(rule);
        form.setUntil(
                appointment.getUntilLocal() == null
                        ? null
                        : appointment.getUntilLocal().toLocalDate());
        if (rule == null) {
            form.setRepeat(RepeatKind.NONE);
            return;
        }
        Map<String, String> parts = java.util.Arrays.stream(rule.split(";", -1))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (one, other) -> one));
        boolean plain = parts.keySet().stream().allMatch(key -> List.of("FREQ", "INTERVAL", "BYDAY", "COUNT", "WKST")
                        .contains(key))
                && (!parts.containsKey("BYDAY")
                        || "WEEKLY".equals(parts.get("FREQ"))
                                && parts.get("BYDAY").matches("[A-Z,]+"));
        if (!plain) {
            form.setRepeat(RepeatKind.OTHER);
            return;
        }
        form.setRepeat(RepeatKind.valueOf(parts.get("FREQ")));
        form.setInterval(Integer.valueOf(parts.getOrDefault("INTERVAL", "1")));
        form.setCount(parts.containsKey("COUNT") ? Integer.valueOf(parts.get("COUNT")) : null);
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (List.of(parts.getOrDefault("BYDAY", "").split(",", -1)).contains(code(day))) {
                days.add(day);
            }
        }
        form.setWeekdays(days);
    }

    /** @throws InvalidInput when the address of an occurrence is none */
    public static LocalDateTime occurrence(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDateTime.parse(text);
        } catch (DateTimeException none) {
            throw new NotFound();
        }
    }
}

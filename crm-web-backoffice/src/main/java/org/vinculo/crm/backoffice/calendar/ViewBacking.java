package org.vinculo.crm.backoffice.calendar;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.vinculo.crm.activity.CalendarService;
import org.vinculo.crm.activity.OccurrenceView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** The calendar: a day, a week, a month, or what comes. What makes no sense in the address is left out. */
@Named("calendarView")
@RequestScoped
public class ViewBacking {

    private static final Set<String> VIEWS = Set.of("day", "week", "month", "agenda");
    private static final int AGENDA_DAYS = 30;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 20;
    private static final int IN_A_CELL = 4;

    @EJB
    private CalendarService calendar;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    private String view = "week";
    private LocalDate date;
    private boolean team;
    private List<Day> days;

    /**
     * A day with what takes place on it.
     *
     * @param inside whether it is of the month that is shown
     */
    public record Day(LocalDate date, String title, boolean today, boolean inside, List<Entry> entries) {

        public List<Entry> first() {
            return entries.size() <= IN_A_CELL ? entries : entries.subList(0, IN_A_CELL);
        }

        public int more() {
            return Math.max(0, entries.size() - IN_A_CELL);
        }

        /** What begins in an hour of the day; whole days and what began before stand in the hour -1. */
        public List<Entry> at(int hour) {
            return entries.stream().filter(entry -> entry.hour() == hour).toList();
        }
    }

    /**
     * An appointment on a day.
     *
     * @param time when it begins and ends that day, in words
     */
    public record Entry(OccurrenceView one, String time, int hour) {}

    public void load() {
        date = date == null ? today() : date;
        LocalDate from = first();
        int length = length();
        ZoneId zone = viewer.getZone();
        List<OccurrenceView> found = calendar.between(
                from.atStartOfDay(zone).toInstant(),
                from.plusDays(length).atStartOfDay(zone).toInstant(),
                team);
        days = IntStream.range(0, length)
                .mapToObj(from::plusDays)
                .map(day -> day(day, found))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), viewer.getZone());
    }

    private DayOfWeek firstDayOfWeek() {
        return WeekFields.of(viewer.getLocale()).getFirstDayOfWeek();
    }

    private LocalDate first() {
        return switch (view) {
            case "week" -> date.with(TemporalAdjusters.previousOrSame(firstDayOfWeek()));
            case "month" -> date.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(firstDayOfWeek()));
            default -> date;
        };
    }

    private int length() {
        return switch (view) {
            case "day" -> 1;
            case "week" -> DAYS_OF_A_WEEK;
            case "month" -> {
                LocalDate last = date.with(TemporalAdjusters.lastDayOfMonth());
                int span = (int) (last.toEpochDay() - first().toEpochDay()) + 1;
                yield (span + DAYS_OF_A_WEEK - 1) / DAYS_OF_A_WEEK * DAYS_OF_A_WEEK;
            }
            default -> AGENDA_DAYS;
        };
    }

    private Day day(LocalDate day, List<OccurrenceView> found) {
        ZoneId zone = viewer.getZone();
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<Entry> entries = found.stream()
                .filter(one -> one.startsAt().isBefore(ends) && one.endsAt().isAfter(begins))
                .map(one -> entry(one, begins, zone))
                .toList();
        boolean inside = !"month".equals(view) || day.getMonth() == date.getMonth();
        return new Day(day, title(day, FormatStyle.FULL), day.equals(today()), inside, entries);
    }

    private Entry entry(OccurrenceView one, Instant dayBegins, ZoneId zone) {
        boolean before = one.startsAt().isBefore(dayBegins);
        if (one.allDay()) {
            return new Entry(one, text("activity.calendar.allDay"), -1);
        }
        String time = viewer.getFormat().time(one.startsAt()) + " – "
                + viewer.getFormat().time(one.endsAt());
        return new Entry(
                one,
                time,
                before ? -1 : LocalTime.ofInstant(one.startsAt(), zone).getHour());
    }

    /** Hours of the grid: those of work, and others in which something begins. */
    public List<Integer> getHours() {
        int earliest = days.stream()
                .flatMap(day -> day.entries().stream())
                .mapToInt(Entry::hour)
                .filter(hour -> hour >= 0)
                .min()
                .orElse(FIRST_HOUR);
        int latest = days.stream()
                .flatMap(day -> day.entries().stream())
                .mapToInt(Entry::hour)
                .max()
                .orElse(LAST_HOUR);
        return IntStream.rangeClosed(Math.min(FIRST_HOUR, earliest), Math.max(LAST_HOUR, latest))
                .boxed()
                .toList();
    }

    public String hour(int hour) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .localizedBy(viewer.getLocale())
                .format(LocalTime.of(hour, 0));
    }

    /** Whole days stand above the hours when there are any. */
    public boolean isWholeDays() {
        return days.stream().anyMatch(day -> !day.at(-1).isEmpty());
    }

    public List<List<Day>> getWeeks() {
        List<List<Day>> weeks = new ArrayList<>();
        for (int i = 0; i < days.size(); i += DAYS_OF_A_WEEK) {
            weeks.add(days.subList(i, Math.min(days.size(), i + DAYS_OF_A_WEEK)));
        }
        return weeks;
    }

    public List<String> getWeekdays() {
        return IntStream.range(0, DAYS_OF_A_WEEK)
                .mapToObj(i -> firstDayOfWeek().plus(i).getDisplayName(TextStyle.SHORT, viewer.getLocale()))
                .toList();
    }

    /** Days on which something takes place; for the agenda and the narrow screen. */
    public List<Day> getBusyDays() {
        return days.stream()
                .filter(day -> day.inside() && !day.entries().isEmpty())
                .toList();
    }

    public List<Day> getDays() {
        return days;
    }

    /** Weekday and day, short enough for a column. */
    public String head(Day day) {
        Locale locale = viewer.getLocale();
        String weekday = day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
        return capital(weekday, locale) + " " + day.date().getDayOfMonth();
    }

    public String getTitle() {
        Locale locale = viewer.getLocale();
        return switch (view) {
            case "day" -> title(date, FormatStyle.FULL);
            case "month" ->
                capital(DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(date), locale);
            default ->
                Texts.text(
                        locale,
                        "activity.calendar.span",
                        viewer.getFormat().date(days.get(0).date()),
                        viewer.getFormat().date(days.get(days.size() - 1).date()));
        };
    }

    private String title(LocalDate day, FormatStyle style) {
        Locale locale = viewer.getLocale();
        return capital(
                DateTimeFormatter.ofLocalizedDate(style).localizedBy(locale).format(day), locale);
    }

    private static String capital(String text, Locale locale) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    public String getBefore() {
        return link(view, step(-1));
    }

    public String getAfter() {
        return link(view, step(1));
    }

    public String getNow() {
        return link(view, today());
    }

    public String as(String other) {
        return link(other, date);
    }

    public String on(Day day) {
        return link("day", day.date());
    }

    private LocalDate step(int direction) {
        return switch (view) {
            case "day" -> date.plusDays(direction);
            case "week" -> date.plusWeeks(direction);
            case "month" -> date.withDayOfMonth(1).plusMonths(direction);
            default -> date.plusDays((long) direction * AGENDA_DAYS);
        };
    }

    private String link(String otherView, LocalDate day) {
        return "view?view=" + otherView + "&date=" + day + (team ? "&who=team" : "");
    }

    /** The same days with the colleagues of the team, or without them. */
    public String getOthers() {
        return "view?view=" + view + "&date=" + date + (team ? "" : "&who=team");
    }

    private String text(String key) {
        return Texts.text(viewer.getLocale(), key);
    }

    public String getView() {
        return view;
    }

    public void setView(String wanted) {
        view = wanted != null && VIEWS.contains(wanted) ? wanted : "week";
    }

    public String getDate() {
        return date == null ? null : date.toString();
    }

    public void setDate(String wanted) {
        try {
            LocalDate day = wanted == null ? null : LocalDate.parse(wanted);
            date = day != null && day.getYear() > 1970 && day.getYear() < 2200 ? day : null;
        } catch (DateTimeParseException noDay) {
            date = null;
        }
    }

    public String getWho() {
        return team ? "team" : null;
    }

    public void setWho(String wanted) {
        team = "team".equals(wanted);
    }

    public boolean isTeam() {
        return team;
    }
}

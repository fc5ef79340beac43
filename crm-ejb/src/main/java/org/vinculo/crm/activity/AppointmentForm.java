package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** An appointment as it is written down. The public id of a new one is null. */
public class AppointmentForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private long version;
    private SeriesScope scope = SeriesScope.ALL;
    private LocalDateTime occurrence;
    private String title;
    private String place;
    private String description;
    private String customer;
    private LocalDate day;
    private LocalTime time;
    private Integer minutes = 60;
    private boolean allDay;
    private String zone;
    private RepeatKind repeat = RepeatKind.NONE;
    private Integer interval = 1;
    private List<DayOfWeek> weekdays = new ArrayList<>();
    private LocalDate until;
    private Integer count;
    private String rule;
    private List<String> colleagues = new ArrayList<>();
    private String addresses;
    private boolean shown = true;
    private boolean invite = true;

    public boolean isNew() {
        return publicId == null;
    }

    public String getPublicId() {
        return publicId;
    }

    public void setPublicId(String publicId) {
        this.publicId = publicId;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    /** Which occurrences a change is about; only asked of a series. */
    public SeriesScope getScope() {
        return scope;
    }

    public void setScope(SeriesScope scope) {
        this.scope = scope;
    }

    /** The occurrence that was opened, by its beginning as the rule has it; null for the first. */
    public LocalDateTime getOccurrence() {
        return occurrence;
    }

    public void setOccurrence(LocalDateTime occurrence) {
        this.occurrence = occurrence;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    /** Guests read it. */
    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    /** Public id of the customer, or null. */
    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    /** On the clock of the zone; not asked of whole days. */
    public LocalTime getTime() {
        return time;
    }

    public void setTime(LocalTime time) {
        this.time = time;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public boolean isAllDay() {
        return allDay;
    }

    public void setAllDay(boolean allDay) {
        this.allDay = allDay;
    }

    /** On whose clock it is; the writer's when null. */
    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public RepeatKind getRepeat() {
        return repeat;
    }

    public void setRepeat(RepeatKind repeat) {
        this.repeat = repeat;
    }

    /** Every so many days, weeks, months or years. */
    public Integer getInterval() {
        return interval;
    }

    public void setInterval(Integer interval) {
        this.interval = interval;
    }

    /** Of a weekly one; the day of the first one when empty. */
    public List<DayOfWeek> getWeekdays() {
        return weekdays;
    }

    public void setWeekdays(List<DayOfWeek> weekdays) {
        this.weekdays = weekdays;
    }

    /** Last day on which it may begin, or null. */
    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    /** How many times, or null. */
    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }

    /** A rule of {@link RepeatKind#OTHER}, kept as it came. */
    public String getRule() {
        return rule;
    }

    public void setRule(String rule) {
        this.rule = rule;
    }

    /** Public ids of the colleagues who are invited. */
    public List<String> getColleagues() {
        return colleagues;
    }

    public void setColleagues(List<String> colleagues) {
        this.colleagues = colleagues;
    }

    /** Addresses of other guests, separated by commas or lines. */
    public String getAddresses() {
        return addresses;
    }

    public void setAddresses(String addresses) {
        this.addresses = addresses;
    }

    /** Whether the customer sees it in the portal. */
    public boolean isShown() {
        return shown;
    }

    public void setShown(boolean shown) {
        this.shown = shown;
    }

    /** Whether guests get a mail. */
    public boolean isInvite() {
        return invite;
    }

    public void setInvite(boolean invite) {
        this.invite = invite;
    }
}

package org.vinculo.crm.consent.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.shared.InvalidInput;

/**
 * How a customer wants to be reached. Its version also guards the customer's consents: whoever changes one of them bumps
 * it, so that a sheet that was read before is refused as a whole.
 */
@Entity
@Audited(
        name = "contactPreference",
        customer = "customerId",
        ignore = {"customerId", "lastMarketingAt", "changedAt"})
@Table(name = "contact_preference")
public class ContactPreference extends BaseEntity {

    private static final int SECONDS_A_MINUTE = 60;

    @Column(name = "customer_id", nullable = false, updatable = false, unique = true)
    private long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "first_channel", length = 12)
    private Channel firstChannel;

    @Enumerated(EnumType.STRING)
    @Column(name = "second_channel", length = 12)
    private Channel secondChannel;

    @Column(name = "days", nullable = false, length = 7)
    private String days = "1234567";

    @Column(name = "from_minute")
    private Integer fromMinute;

    @Column(name = "until_minute")
    private Integer untilMinute;

    @Column(name = "zone", length = 60)
    private String zone;

    @Enumerated(EnumType.STRING)
    @Column(name = "frequency", nullable = false, length = 12)
    private Frequency frequency = Frequency.ALL;

    @Column(name = "paused_until")
    private LocalDate pausedUntil;

    @Column(name = "stopped_at")
    private Instant stoppedAt;

    @Column(name = "last_marketing_at")
    private Instant lastMarketingAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    protected ContactPreference() {}

    public ContactPreference(long customerId, Instant at) {
        this.customerId = customerId;
        this.changedAt = at;
    }

    /** Anything about the customer's wishes changed, be it a consent: the version grows. */
    public void changed(Instant at) {
        changedAt = at.isAfter(changedAt) ? at : changedAt.plus(1, ChronoUnit.MICROS);
    }

    /** First and second choice; a second needs a first and differs from it. */
    public void prefer(Channel first, Channel second) {
        if (first == null && second != null || first != null && first == second) {
            throw InvalidInput.field("second", "consent.error.secondChannel");
        }
        firstChannel = first;
        secondChannel = second;
    }

    /** The hours in which the customer may be disturbed; null for the usual ones. */
    public void reachWithin(ContactHours hours) {
        days = hours == null ? "1234567" : digitsOf(hours.days());
        fromMinute = hours == null ? null : minuteOf(hours.from());
        untilMinute = hours == null ? null : minuteOf(hours.until());
        zone = hours == null ? null : hours.zone().getId();
    }

    public void hearFrom(Frequency wanted) {
        frequency = Objects.requireNonNull(wanted);
    }

    public void pauseUntil(LocalDate day) {
        pausedUntil = day;
    }

    public void stopMarketing(Instant at) {
        stoppedAt = at;
    }

    public void resumeMarketing() {
        stoppedAt = null;
    }

    public void marketingSent(Instant at) {
        if (lastMarketingAt == null || at.isAfter(lastMarketingAt)) {
            lastMarketingAt = at;
        }
    }

    /** The hours the customer named, or null. */
    public ContactHours hours() {
        if (fromMinute == null) {
            return null;
        }
        Set<DayOfWeek> named = days.chars()
                .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        return new ContactHours(named, timeOf(fromMinute), timeOf(untilMinute), ZoneId.of(zone));
    }

    public List<Channel> preferredChannels() {
        return Stream.of(firstChannel, secondChannel).filter(Objects::nonNull).toList();
    }

    public long getCustomerId() {
        return customerId;
    }

    public Channel getFirstChannel() {
        return firstChannel;
    }

    public Channel getSecondChannel() {
        return secondChannel;
    }

    public Frequency getFrequency() {
        return frequency;
    }

    public LocalDate getPausedUntil() {
        return pausedUntil;
    }

    public Instant getStoppedAt() {
        return stoppedAt;
    }

    public Instant getLastMarketingAt() {
        return lastMarketingAt;
    }

    private static String digitsOf(Set<DayOfWeek> days) {
        return days.stream().sorted().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_A_MINUTE;
    }

    private static LocalTime timeOf(int minute) {
        return LocalTime.ofSecondOfDay((long) minute * SECONDS_A_MINUTE);
    }
}

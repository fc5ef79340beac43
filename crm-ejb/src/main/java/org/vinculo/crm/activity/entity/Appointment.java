package org.vinculo.crm.activity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import org.eclipse.persistence.annotations.Customizer;
import org.vinculo.crm.activity.AppointmentState;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.FoundBy;
import org.vinculo.crm.party.FoundRecords;
import org.vinculo.crm.shared.PublicEntity;

/** An appointment, or a series of them. */
@Entity
@Audited(
        name = "appointment",
        customer = "customerId",
        ignore = {"customerId", "firstAt", "lastAt", "uid", "sequence", "allDay"})
@FoundBy(
        kind = Appointment.FOUND_AS,
        fields = {"title", "place", "customerId", "state", "sequence"})
@Customizer(FoundRecords.class)
@Table(name = "appointment")
public class Appointment extends PublicEntity {

    /** Their kind in the search. */
    public static final String FOUND_AS = "appointments";

    @Column(name = "customer_id")
    private Long customerId;

    @Column(name = "organizer_id", nullable = false, updatable = false)
    private Long organizerId;

    @Column(name = "title", nullable = false, length = 200)
    private String title;

    @Column(name = "place", length = 200)
    private String place;

    @Column(name = "description", length = 2000)
    private String description;

    @Column(name = "zone", nullable = false, length = 60)
    private String zone;

    @Column(name = "start_local", nullable = false)
    private LocalDateTime startLocal;

    @Column(name = "minutes", nullable = false)
    private int minutes;

    @Column(name = "all_day", nullable = false)
    private boolean allDay;

    @Column(name = "rule", length = 300)
    private String rule;

    @Column(name = "until_local")
    private LocalDateTime untilLocal;

    @Column(name = "first_at", nullable = false)
    private Instant firstAt;

    @Column(name = "last_at", nullable = false)
    private Instant lastAt;

    @Column(name = "shown", nullable = false)
    private boolean shown;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private AppointmentState state = AppointmentState.PLANNED;

    @Column(name = "uid", nullable = false, updatable = false, length = 255)
    private String uid;

    @Column(name = "sequence_no", nullable = false)
    private int sequence;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    protected Appointment() {}

    /** @param uid number in other calendars; null for one of ours */
    public Appointment(long organizerId, String uid, Instant createdAt, String createdBy) {
        this.organizerId = organizerId;
        this.uid = uid == null ? getPublicId() + "@vinculo" : uid;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public void with(Long newCustomerId, boolean customerSeesIt) {
        customerId = newCustomerId;
        shown = customerSeesIt && newCustomerId != null;
    }

    public void say(String newTitle, String newPlace, String newDescription) {
        title = newTitle;
        place = newPlace;
        description = newDescription;
    }

    public void take(LocalDateTime start, int length, boolean wholeDay, String newZone) {
        startLocal = start;
        minutes = length;
        allDay = wholeDay;
        zone = newZone;
    }

    public void repeat(String newRule, LocalDateTime newUntil) {
        rule = newRule;
        untilLocal = newUntil;
    }

    /** Where a search finds it. */
    public void reach(Instant first, Instant last) {
        firstAt = first;
        lastAt = last;
    }

    /** Guests and other calendars take the higher number. */
    public void next() {
        sequence++;
    }

    public void cancel() {
        state = AppointmentState.CANCELLED;
        sequence++;
    }

    public void restore() {
        state = AppointmentState.PLANNED;
        sequence++;
    }

    public boolean isPlanned() {
        return state == AppointmentState.PLANNED;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public long getOrganizerId() {
        return organizerId;
    }

    public String getTitle() {
        return title;
    }

    public String getPlace() {
        return place;
    }

    public String getDescription() {
        return description;
    }

    public String getZone() {
        return zone;
    }

    public LocalDateTime getStartLocal() {
        return startLocal;
    }

    public int getMinutes() {
        return minutes;
    }

    public boolean isAllDay() {
        return allDay;
    }

    public String getRule() {
        return rule;
    }

    public LocalDateTime getUntilLocal() {
        return untilLocal;
    }

    public boolean isShown() {
        return shown;
    }

    public AppointmentState getState() {
        return state;
    }

    public String getUid() {
        return uid;
    }

    public int getSequence() {
        return sequence;
    }
}

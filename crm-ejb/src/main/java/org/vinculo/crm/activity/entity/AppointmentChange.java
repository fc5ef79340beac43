package org.vinculo.crm.activity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.vinculo.crm.shared.BaseEntity;

/** One occurrence of a series that is different, or does not take place. */
@Entity
@Table(name = "appointment_change")
public class AppointmentChange extends BaseEntity {

    @Column(name = "appointment_id", nullable = false)
    private Long appointmentId;

    @Column(name = "original_local", nullable = false)
    private LocalDateTime originalLocal;

    @Column(name = "cancelled", nullable = false)
    private boolean cancelled;

    @Column(name = "start_local")
    private LocalDateTime startLocal;

    @Column(name = "minutes")
    private Integer minutes;

    @Column(name = "title", length = 200)
    private String title;

    @Column(name = "place", length = 200)
    private String place;

    protected AppointmentChange() {}

    public AppointmentChange(Long appointmentId, LocalDateTime originalLocal) {
        this.appointmentId = appointmentId;
        this.originalLocal = originalLocal;
    }

    public void cancel() {
        cancelled = true;
        startLocal = null;
        minutes = null;
        title = null;
        place = null;
    }

    public void differ(LocalDateTime start, Integer length, String newTitle, String newPlace) {
        cancelled = false;
        startLocal = start;
        minutes = length;
        title = newTitle;
        place = newPlace;
    }

    /** Belongs to another series from now on, under another clock time. */
    public void move(Long series, LocalDateTime original) {
        appointmentId = series;
        originalLocal = original;
    }

    public Long getAppointmentId() {
        return appointmentId;
    }

    public LocalDateTime getOriginalLocal() {
        return originalLocal;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public LocalDateTime getStartLocal() {
        return startLocal;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public String getTitle() {
        return title;
    }

    public String getPlace() {
        return place;
    }
}

package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** A task as it is written down. The public id of a new one is null; times are on the writer's clock. */
public class TaskForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private long version;
    private String customer;
    private String title;
    private String note;
    private TaskPriority priority = TaskPriority.NORMAL;
    private LocalDate dueOn;
    private LocalTime dueTime;
    private String assignee;
    private String team;
    private LocalDateTime remindAt;
    private TaskRepeat repeats = TaskRepeat.NONE;

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

    /** Public id of the customer it is about, or null. */
    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public TaskPriority getPriority() {
        return priority;
    }

    public void setPriority(TaskPriority priority) {
        this.priority = priority;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public LocalTime getDueTime() {
        return dueTime;
    }

    public void setDueTime(LocalTime dueTime) {
        this.dueTime = dueTime;
    }

    /** Public id of whoever does it; without a team as well, whoever writes it down. */
    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    /** Public id of the team in whose queue it waits. */
    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public LocalDateTime getRemindAt() {
        return remindAt;
    }

    public void setRemindAt(LocalDateTime remindAt) {
        this.remindAt = remindAt;
    }

    public TaskRepeat getRepeats() {
        return repeats;
    }

    public void setRepeats(TaskRepeat repeats) {
        this.repeats = repeats;
    }
}

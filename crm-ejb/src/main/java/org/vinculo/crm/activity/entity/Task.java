package org.vinculo.crm.activity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.persistence.annotations.Customizer;
import org.vinculo.crm.activity.TaskOrigin;
import org.vinculo.crm.activity.TaskPriority;
import org.vinculo.crm.activity.TaskRepeat;
import org.vinculo.crm.activity.TaskState;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.FoundBy;
import org.vinculo.crm.party.FoundRecords;
import org.vinculo.crm.shared.PublicEntity;

/** Something a member of staff or a team is going to do. */
@Entity
@Audited(
        name = "task",
        customer = "customerId",
        ignore = {"customerId", "authorId", "dueOn", "timed", "remindedAt", "nextId"})
@FoundBy(
        kind = Task.FOUND_AS,
        fields = {"title", "note", "customerId", "state"})
@Customizer(FoundRecords.class)
@Table(name = "task")
public class Task extends PublicEntity {

    /** Their kind in the search. */
    public static final String FOUND_AS = "tasks";

    @Column(name = "customer_id")
    private Long customerId;

    @Column(name = "title", nullable = false, length = 200)
    private String title;

    @Column(name = "note", length = 2000)
    private String note;

    @Enumerated(EnumType.ORDINAL)
    @Column(name = "priority", nullable = false)
    private TaskPriority priority;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "timed", nullable = false)
    private boolean timed;

    @Column(name = "assignee_id")
    private Long assigneeId;

    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "author_id", updatable = false)
    private Long authorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private TaskState state = TaskState.OPEN;

    @Column(name = "remind_at")
    private Instant remindAt;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "repeats", nullable = false, length = 12)
    private TaskRepeat repeats = TaskRepeat.NONE;

    @Column(name = "next_id")
    private Long nextId;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", nullable = false, updatable = false, length = 20)
    private TaskOrigin origin;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "done_by", length = 200)
    private String doneBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    protected Task() {}

    public Task(TaskOrigin origin, Long authorId, Instant createdAt, String createdBy) {
        this.origin = origin;
        this.authorId = authorId;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public void about(Long newCustomerId) {
        customerId = newCustomerId;
    }

    public void say(String newTitle, String newNote, TaskPriority newPriority) {
        title = newTitle;
        note = newNote;
        priority = newPriority;
    }

    /** @param at when it is overdue; null without a day */
    public void due(LocalDate on, Instant at, boolean withTime) {
        dueOn = on;
        dueAt = at;
        timed = withTime;
    }

    /** Another moment is a reminder of its own. */
    public void remind(Instant at) {
        if (!Objects.equals(remindAt, at)) {
            remindedAt = null;
        }
        remindAt = at;
    }

    public void reminded(Instant at) {
        remindedAt = at;
    }

    public void repeat(TaskRepeat how) {
        repeats = how;
    }

    public void give(Long newAssigneeId, Long newTeamId) {
        assigneeId = newAssigneeId;
        teamId = newTeamId;
    }

    public void end(TaskState how, Instant at, String by) {
        state = how;
        doneAt = at;
        doneBy = by;
    }

    public void reopen() {
        end(TaskState.OPEN, null, null);
        nextId = null;
    }

    public void followedBy(Task next) {
        nextId = next.getId();
    }

    public boolean isOpen() {
        return state == TaskState.OPEN;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && dueAt != null && dueAt.isBefore(now);
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getTitle() {
        return title;
    }

    public String getNote() {
        return note;
    }

    public TaskPriority getPriority() {
        return priority;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public boolean isTimed() {
        return timed;
    }

    public Long getAssigneeId() {
        return assigneeId;
    }

    public Long getTeamId() {
        return teamId;
    }

    public Long getAuthorId() {
        return authorId;
    }

    public TaskState getState() {
        return state;
    }

    public Instant getRemindAt() {
        return remindAt;
    }

    public Instant getRemindedAt() {
        return remindedAt;
    }

    public TaskRepeat getRepeats() {
        return repeats;
    }

    public Long getNextId() {
        return nextId;
    }

    public TaskOrigin getOrigin() {
        return origin;
    }

    public Instant getDoneAt() {
        return doneAt;
    }

    public String getDoneBy() {
        return doneBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public String getCreatedBy() {
        return createdBy;
    }
}

package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.party.BulkAction;
import org.vinculo.crm.party.BulkRunView;
import org.vinculo.crm.party.BulkState;
import org.vinculo.crm.shared.PublicEntity;

/** Work on all customers of a list: what, for whom it was asked, and how far it is. */
@Entity
@Table(name = "bulk_run")
public class BulkRun extends PublicEntity {

    /** So long it can be taken back. */
    public static final Duration UNDO = Duration.ofHours(24);

    @Enumerated(EnumType.STRING)
    @Column(name = "action", nullable = false, updatable = false, length = 20)
    private BulkAction action;

    @Column(name = "argument", updatable = false, length = 400)
    private String argument;

    @Column(name = "argument_text", updatable = false, length = 200)
    private String argumentText;

    @Column(name = "selection", nullable = false, updatable = false, length = 4000)
    private String selection;

    @Column(name = "caller", nullable = false, updatable = false, length = 2000)
    private String caller;

    @Column(name = "account_id", updatable = false)
    private Long accountId;

    @Column(name = "made_by", nullable = false, updatable = false, length = 200)
    private String madeBy;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "expected", nullable = false, updatable = false)
    private long expected;

    @Column(name = "done_count", nullable = false)
    private long done;

    @Column(name = "left_count", nullable = false)
    private long left;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 20)
    private BulkState state = BulkState.RUNNING;

    @Column(name = "job", length = 22)
    private String job;

    @Column(name = "undone_count", nullable = false)
    private long undone;

    @Column(name = "undo_left_count", nullable = false)
    private long undoLeft;

    protected BulkRun() {}

    public BulkRun(BulkAction action, String argument, String argumentText, String selection, long expected) {
        this.action = action;
        this.argument = argument;
        this.argumentText = argumentText;
        this.selection = selection;
        this.expected = expected;
    }

    public void askedBy(String callerText, Long account, String name, Instant at) {
        caller = callerText;
        accountId = account;
        madeBy = name;
        madeAt = at;
    }

    public void workedOn(String jobPublicId) {
        job = jobPublicId;
    }

    public void count(long changed, long leftAlone) {
        done += changed;
        left += leftAlone;
    }

    public void countUndone(long putBack, long leftAlone) {
        undone += putBack;
        undoLeft += leftAlone;
    }

    public void become(BulkState newState) {
        state = newState;
    }

    public boolean isUndoable(Instant now) {
        return action.isUndoable()
                && (state == BulkState.DONE || state == BulkState.FAILED)
                && done > 0
                && now.isBefore(madeAt.plus(UNDO));
    }

    public BulkRunView view(Instant now) {
        return new BulkRunView(
                getPublicId(),
                action,
                argumentText,
                state,
                expected,
                done,
                left,
                undone,
                undoLeft,
                madeBy,
                madeAt,
                isUndoable(now) ? madeAt.plus(UNDO) : null);
    }

    public BulkAction getAction() {
        return action;
    }

    public String getArgument() {
        return argument;
    }

    public String getSelection() {
        return selection;
    }

    public String getCaller() {
        return caller;
    }

    public BulkState getState() {
        return state;
    }
}

package org.vinculo.crm.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** Tasks: whose they are, queues, the views, and what repeats. */
class TaskReachTest extends ActivityTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Test
    void taskOutOfReachDoesNotExist() {
        callAs(south, Scope.OWN);
        String theirs = tasks.make(task("Call Bruno", bruno, TODAY)).publicId();
        em.flush();
        callAs(north, Scope.TEAM);

        TaskForm taken = task("Taken over", null, TODAY);
        taken.setPublicId(theirs);
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> tasks.get(theirs)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.change(taken)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.done(theirs)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.take(theirs)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.make(task("x", bruno, null))).isInstanceOf(NotFound.class);
            assertThat(tasks.done(List.of(theirs))).isEmpty();
            assertThat(tasks.assign(List.of(theirs), north.getPublicId(), null)).isEmpty();
        });
        assertThat(tasks.list(TaskFilter.ALL, ALL).items()).isEmpty();
        callAs(south, Scope.OWN);
        assertThat(tasks.get(theirs).open()).isTrue();
    }

    @Test
    void whatWaitsInAQueueIsTakenByOneAndGivenBack() {
        TaskForm form = task("Answer the web form", ana, TODAY);
        form.setTeam(northTeam.getPublicId());
        String waiting = tasks.make(form).publicId();
        em.flush();

        assertThat(tasks.list(TaskFilter.QUEUE, ALL).items())
                .extracting(TaskView::publicId)
                .containsExactly(waiting);
        assertThat(tasks.list(TaskFilter.MINE, ALL).items()).isEmpty();
        tasks.take(waiting);
        em.flush();
        assertThat(tasks.list(TaskFilter.MINE, ALL).items())
                .extracting(TaskView::publicId)
                .containsExactly(waiting);
        assertThatThrownBy(() -> tasks.take(waiting)).isInstanceOf(ConcurrentChange.class);
        tasks.giveBack(waiting);
        em.flush();
        assertThat(tasks.get(waiting).waiting()).isTrue();
        assertThat(tasks.counts()).containsEntry(TaskFilter.QUEUE, 1L).containsEntry(TaskFilter.MINE, 0L);
    }

    @Test
    void viewsFollowTheClock() {
        TaskForm timed = task("Ten o'clock", ana, TODAY);
        timed.setDueTime(LocalTime.of(10, 0));
        tasks.make(timed);
        tasks.make(task("Some time today", ana, TODAY));
        tasks.make(task("On Wednesday", ana, TODAY.plusDays(5)));
        tasks.make(task("Next month", ana, TODAY.plusDays(30)));
        tasks.make(task("Some day", null, null));
        em.flush();

        assertThat(titles(TaskFilter.OVERDUE)).containsExactly("Ten o'clock");
        assertThat(titles(TaskFilter.TODAY)).containsExactly("Ten o'clock", "Some time today");
        assertThat(titles(TaskFilter.WEEK)).containsExactly("Ten o'clock", "Some time today", "On Wednesday");
        assertThat(titles(TaskFilter.MINE)).hasSize(5).endsWith("Next month", "Some day");
    }

    private List<String> titles(TaskFilter filter) {
        return tasks.list(filter, ALL).items().stream().map(TaskView::title).toList();
    }

    @Test
    void whatRepeatsComesAgainAndGoesWithTheUndo() {
        TaskForm form = task("Check the stock", null, LocalDate.of(2026, 10, 31));
        form.setRepeats(TaskRepeat.MONTHLY);
        String first = tasks.make(form).publicId();
        em.flush();

        tasks.done(first);
        em.flush();

        assertThat(tasks.list(TaskFilter.MINE, ALL).items()).singleElement().satisfies(next -> assertThat(next.dueOn())
                .isEqualTo(LocalDate.of(2026, 11, 30)));
        tasks.reopen(first);
        em.flush();
        assertThat(tasks.list(TaskFilter.MINE, ALL).items())
                .extracting(TaskView::publicId)
                .containsExactly(first);
    }

    @Test
    void bulkIsTakenBackAsItWas() {
        TaskForm form = task("In the queue", ana, TODAY);
        form.setTeam(northTeam.getPublicId());
        String queued = tasks.make(form).publicId();
        String mine = tasks.make(task("Mine", ana, TODAY)).publicId();
        em.flush();

        List<TaskService.Before> before = tasks.assign(List.of(queued, mine), south.getPublicId(), null);
        em.flush();
        assertThat(tasks.get(mine).assignee()).isEqualTo("south");
        tasks.putBack(before);
        em.flush();
        assertThat(tasks.get(queued).waiting()).isTrue();
        assertThat(tasks.get(mine).assignee()).isEqualTo("north");
        List<String> done = tasks.done(List.of(queued, mine));
        assertThat(done).hasSize(2);
        tasks.reopen(done);
        assertThat(tasks.get(queued).open()).isTrue();
    }

    @Test
    void changeOfAnOldCopyIsRefused() {
        TaskView made = tasks.make(task("Write the offer", ana, TODAY));
        em.flush();
        TaskForm stale = task("Write another", ana, TODAY);
        stale.setPublicId(made.publicId());
        stale.setVersion(made.version() + 7);

        assertThatThrownBy(() -> tasks.change(stale)).isInstanceOf(ConcurrentChange.class);
    }
}

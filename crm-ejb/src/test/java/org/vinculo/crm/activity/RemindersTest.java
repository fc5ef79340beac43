package org.vinculo.crm.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.activity.internal.Reminders;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.notification.NoticeService;
import org.vinculo.crm.notification.Notices;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.shared.PageRequest;

/** What people are reminded of is told once, whatever happens in between. */
class RemindersTest extends ActivityTest {

    private Reminders reminders;
    private NoticeService notices;

    @BeforeEach
    void wireReminders() {
        north.takePassword("x", NOW);
        north.verifyEmail(NOW);
        em.flush();
        reminders = wire(
                new Reminders(),
                who,
                directory,
                customers,
                wire(new Notices()),
                wire(new Outbox(), settings),
                settings);
        notices = wire(new NoticeService(), callers);
    }

    @Test
    void reminderIsToldOnceByNoticeAndMail() {
        due("Call Ana");
        em.flush();

        assertThat(reminders.remindOfTasks()).isEqualTo(1);
        em.flush();
        assertThat(reminders.remindOfTasks()).isZero();

        assertThat(mails()).hasSize(1);
        assertThat(notices.list(PageRequest.of(0, 10)).items())
                .singleElement()
                .satisfies(told -> assertThat(told.title()).isEqualTo("Call Ana"));
        assertThat(notices.unseen()).isEqualTo(1);
        notices.seen();
        assertThat(notices.unseen()).isZero();
        callAs(south, Scope.ALL);
        assertThat(notices.list(PageRequest.of(0, 10)).items()).isEmpty();
    }

    /** The process dies between the notice and the commit: nothing is there, and the next look tells it once. */
    @Test
    void crashBeforeTheCommitLeavesNothingAndTellsItAgainOnce() {
        Task task = due("Call Ana");
        commit();
        Reminders dying = wire(
                new Reminders(),
                who,
                directory,
                customers,
                wire(new Notices()),
                new Outbox() {
                    @Override
                    public void enqueue(OutboxMail mail) {
                        throw new IllegalStateException("killed");
                    }
                },
                settings);

        assertThatThrownBy(dying::remindOfTasks).isInstanceOf(IllegalStateException.class);
        em.getTransaction().rollback();
        em.clear();
        em.getTransaction().begin();
        assertThat(notices.unseen()).isZero();

        assertThat(reminders.remindOfTasks()).isGreaterThanOrEqualTo(1);
        commit();
        assertThat(reminders.remindOfTasks()).isZero();
        assertThat(notices.unseen()).isEqualTo(1);
        assertThat(mails()).hasSize(1);
        em.remove(em.find(Task.class, task.getId()));
        em.createQuery("delete from Notice n where n.accountId = :north")
                .setParameter("north", north.getId())
                .executeUpdate();
        em.createQuery("delete from OutboxMessage m where m.toAddress = :north")
                .setParameter("north", north.getEmail())
                .executeUpdate();
        commit();
    }

    /** The mark was lost, for example with a restored backup of one table: the key still keeps it from being told twice. */
    @Test
    void sameReminderIsNotStoredTwiceEvenWithoutItsMark() {
        Task task = due("Call Ana");
        em.flush();
        reminders.remindOfTasks();
        task.reminded(null);
        em.flush();

        reminders.remindOfTasks();
        em.flush();

        assertThat(mails()).hasSize(1);
        assertThat(notices.unseen()).isEqualTo(1);
    }

    @Test
    void overduePromiseIsToldToItsOwnerAndAgainForANewDay() {
        wire(new ActivityImport())
                .promises(List.of(new PromiseSeed(
                        ana.ref().id(),
                        "Send a sample",
                        TODAY.minusDays(1),
                        north.getId(),
                        null,
                        PromiseSource.STAFF,
                        null,
                        NOW,
                        "north",
                        null,
                        null)));
        em.flush();

        assertThat(reminders.tellOfOverduePromises()).isGreaterThanOrEqualTo(1);
        em.flush();
        assertThat(reminders.tellOfOverduePromises()).isZero();

        assertThat(mails()).singleElement().asString().contains("Ana Norte");
        assertThat(notices.unseen()).isEqualTo(1);
    }

    private Task due(String title) {
        TaskForm form = task(title, ana, TODAY);
        String id = tasks.make(form).publicId();
        Task task = taskBook.find(id).orElseThrow();
        task.remind(NOW.minusSeconds(60));
        return task;
    }

    private List<String> mails() {
        return em.createQuery("select m.subject from OutboxMessage m where m.toAddress = :north", String.class)
                .setParameter("north", north.getEmail())
                .getResultList();
    }
}

package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffMailbox;
import org.vinculo.crm.notification.Notices;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Texts;

/**
 * Tells people what they asked to be reminded of and which of their promises are overdue. The notice, the mail and the mark
 * that it was told are one transaction: after a crash either all are there or none, and nothing is told twice.
 */
@ApplicationScoped
public class Reminders {

    static final int AT_ONCE = 100;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    StaffDirectory staff;

    @Inject
    Customers customers;

    @Inject
    Notices notices;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /** A chunk of the reminders that are due; how many there were. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int remindOfTasks() {
        Instant now = who.now();
        List<Task> due = em.createQuery(
                        "select t from Task t where t.state = org.vinculo.crm.activity.TaskState.OPEN"
                                + " and t.remindAt <= :now and t.remindedAt is null order by t.remindAt, t.id",
                        Task.class)
                .setParameter("now", now)
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (Task task : due) {
            task.reminded(now);
            remind(task);
        }
        return due.size();
    }

    private void remind(Task task) {
        String key = "task:" + task.getPublicId() + ":" + task.getRemindAt().getEpochSecond();
        if (task.getAssigneeId() != null) {
            tell(task, task.getAssigneeId(), key);
            return;
        }
        if (task.getTeamId() != null) {
            staff.ofTeam(task.getTeamId()).forEach(member -> tell(task, member.id(), key + ":" + member.id()));
        }
    }

    private void tell(Task task, long account, String key) {
        staff.mailbox(account).ifPresent(reader -> {
            Locale locale = reader.locale();
            String link = "/tasks/edit?id=" + task.getPublicId();
            String customer = task.getCustomerId() == null ? null : name(task.getCustomerId());
            String due = task.getDueAt() == null
                    ? Texts.text(locale, "activity.task.noDay")
                    : Phrases.write(
                            task.isTimed() ? Phrase.value(task.getDueAt()) : Phrase.value(task.getDueOn()),
                            locale,
                            settings.zone());
            notices.tell(
                    account,
                    task.getCustomerId(),
                    "task",
                    task.getTitle(),
                    customer == null ? due : Texts.text(locale, "activity.notice.about", customer, due),
                    link,
                    key);
            mail(
                    reader,
                    "activity.mail.task",
                    task.getCustomerId(),
                    key,
                    task.getTitle(),
                    customer == null ? Texts.text(locale, "activity.task.noCustomer") : customer,
                    due,
                    link);
        });
    }

    /** A chunk of the promises that became overdue; how many there were. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int tellOfOverduePromises() {
        List<Promise> overdue = em.createQuery(
                        "select p from Promise p where p.state = org.vinculo.crm.activity.PromiseState.OPEN"
                                + " and p.dueOn < :today and p.toldAt is null order by p.dueOn, p.id",
                        Promise.class)
                .setParameter("today", who.today())
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (Promise promise : overdue) {
            promise.told(who.now());
            staff.mailbox(promise.getOwnerId()).ifPresent(owner -> tell(promise, owner));
        }
        return overdue.size();
    }

    private void tell(Promise promise, StaffMailbox owner) {
        String key = "promise:" + promise.getPublicId() + ":" + promise.getDueOn() + ":" + promise.getOwnerId();
        String link = "/promises/edit?id=" + promise.getPublicId();
        String due = Phrases.write(Phrase.value(promise.getDueOn()), owner.locale(), settings.zone());
        String customer = name(promise.getCustomerId());
        notices.tell(
                promise.getOwnerId(),
                promise.getCustomerId(),
                "flag",
                Texts.text(owner.locale(), "activity.notice.overdue", customer),
                promise.getWhat(),
                link,
                key);
        mail(owner, "activity.mail.overdue", promise.getCustomerId(), key, promise.getWhat(), customer, due, link);
    }

    private String name(long customer) {
        return customers.find(customer).map(CustomerRef::name).orElse("");
    }

    private void mail(
            StaffMailbox reader,
            String template,
            Long customer,
            String key,
            String what,
            String about,
            String due,
            String link) {
        OutboxMail mail = OutboxMail.of(
                        reader.email(),
                        reader.locale(),
                        template,
                        reader.name(),
                        what,
                        about,
                        due,
                        settings.address("/backoffice" + link))
                .once(key);
        outbox.enqueue(customer == null ? mail : mail.about(customer));
    }
}

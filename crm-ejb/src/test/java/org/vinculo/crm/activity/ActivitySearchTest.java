package org.vinculo.crm.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentGuest;
import org.vinculo.crm.activity.internal.ActivityMerger;
import org.vinculo.crm.activity.internal.ActivityPersonalData;
import org.vinculo.crm.activity.internal.AppointmentRecords;
import org.vinculo.crm.activity.internal.CalendarBook;
import org.vinculo.crm.activity.internal.PromiseRecords;
import org.vinculo.crm.activity.internal.TaskRecords;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.internal.PartyPersonalData;

/** Promises, tasks and appointments are found by their words by those who see them in their lists. */
class ActivitySearchTest extends ActivityTest {

    private CalendarBook calendar;

    @BeforeEach
    void wireSearch() {
        calendar = wire(new CalendarBook(), who);
        searchFor(
                wire(new TaskRecords(), taskBook, who),
                wire(new PromiseRecords(), promiseBook, who),
                wire(new AppointmentRecords(), calendar, customers, directory, who));
    }

    private Appointment meeting(String title, String place, CustomerRef customer, long organizer) {
        AppointmentForm form = new AppointmentForm();
        form.setTitle(title);
        form.setPlace(place);
        form.setDay(LocalDate.of(2026, 12, 1));
        form.setTime(LocalTime.of(9, 0));
        form.setMinutes(30);
        return calendar.make(customer, form, organizer);
    }

    @Test
    void eachIsFoundByWordsInAnyOrderWithoutTheirAccents() {
        String task =
                tasks.make(task("Enviar catálogo Zuqta à fábrica", ana, TODAY)).publicId();
        String promise = promises.make(id(ana), promise("Devolução do Zuqtão até sexta", TODAY.plusDays(2)))
                .publicId();
        String meeting = meeting("Visita à Zuqtolândia", "Galpão três", ana.ref(), north.getId())
                .getPublicId();

        assertThat(foundRecords("fabrica zuqta")).containsExactly(task);
        assertThat(foundRecords("ZUQTAO devolucao")).containsExactly(promise);
        assertThat(foundRecords("galpao zuqto")).containsExactly(meeting);
        assertThat(foundRecords("zuqt")).containsExactlyInAnyOrder(task, promise, meeting);
    }

    @Test
    void nobodyFindsWhatTheirListsDoNotShow() {
        tasks.make(task("Zuqta", ana, TODAY));
        tasks.make(task("Zuqta on my own", null, TODAY));
        promises.make(id(ana), promise("Zuqta", TODAY.plusDays(2)));
        meeting("Zuqta with Ana", null, ana.ref(), north.getId());
        meeting("Zuqta at the dentist", null, null, north.getId());
        assertThat(foundRecords("zuqta")).hasSize(5);

        for (Scope narrow : List.of(Scope.OWN, Scope.TEAM)) {
            callAs(south, narrow);
            assertThat(foundRecords("zuqta")).as(narrow.name()).isEmpty();
        }
        callAs(south, Scope.ALL);
        assertThat(foundRecords("zuqta")).hasSize(5);
    }

    @Test
    void whatIsOnesOwnIsFoundAtCustomersOfOthersToo() {
        callAs(south, Scope.ALL);
        TaskForm queued = task("Zuqta for the team", bruno, TODAY);
        queued.setTeam(northTeam.getPublicId());
        String waiting = tasks.make(queued).publicId();
        PromiseForm given = promise("Zuqta for north", TODAY.plusDays(2));
        given.setOwner(north.getPublicId());
        String promise = promises.make(id(bruno), given).publicId();
        Appointment shared = meeting("Zuqta together", null, bruno.ref(), south.getId());
        meeting("Zuqta alone", null, bruno.ref(), south.getId());
        AppointmentGuest guest = new AppointmentGuest(shared.getId(), north.getId(), null);
        guest.reach("north", "north@example.org", "en");
        em.persist(guest);
        callAs(north, Scope.OWN);

        assertThat(foundRecords("zuqta")).containsExactlyInAnyOrder(waiting, promise, shared.getPublicId());
    }

    @Test
    void whatWasPutAwayOrChangedIsNotFoundByItsFormerWords() {
        TaskView task = tasks.make(task("Zuqta", ana, TODAY));
        Appointment meeting = meeting("Zuqta", null, ana.ref(), north.getId());
        PromiseView promise = promises.make(id(ana), promise("Zuqta", TODAY.plusDays(2)));
        assertThat(foundRecords("zuqta")).hasSize(3);

        tasks.drop(task.publicId());
        em.find(Appointment.class, meeting.getId()).cancel();
        PromiseForm changed = promise("Wexfo", TODAY.plusDays(2));
        changed.setPublicId(promise.publicId());
        changed.setVersion(promises.get(promise.publicId()).version());
        promises.change(changed);

        assertThat(foundRecords("zuqta")).isEmpty();
        assertThat(foundRecords("wexfo")).containsExactly(promise.publicId());
        tasks.reopen(task.publicId());
        assertThat(foundRecords("zuqta")).containsExactly(task.publicId());
    }

    @Test
    void mergedCustomersAreFollowedAndErasedOnesForgotten() {
        tasks.make(task("Zuqta", ana, TODAY));
        promises.make(id(ana), promise("Zuqta", TODAY.plusDays(2)));
        meeting("Zuqta", null, ana.ref(), north.getId());
        assertThat(foundRecords("zuqta")).hasSize(3);

        wire(new ActivityMerger()).merge(merge(bruno.ref().id(), ana.ref().id()));
        callAs(south, Scope.OWN);
        assertThat(foundRecords("zuqta")).hasSize(3);

        erase(new PartyPersonalData(), "search_record", bruno.ref().id());
        List.of("task", "promise", "appointment")
                .forEach(table ->
                        erase(new ActivityPersonalData(), table, bruno.ref().id()));
        assertThat(foundRecords("zuqta")).isEmpty();
    }
}

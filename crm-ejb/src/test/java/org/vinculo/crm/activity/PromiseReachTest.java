package org.vinculo.crm.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** Promises end where the caller's reach ends, are settled once, and are counted as the formula says. */
class PromiseReachTest extends ActivityTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Test
    void promiseOutOfReachDoesNotExist() {
        callAs(south, Scope.OWN);
        String ofBruno =
                promises.make(id(bruno), promise("A sample", TODAY.plusDays(3))).publicId();
        em.flush();
        callAs(north, Scope.OWN);

        PromiseForm taken = promise("Taken over", TODAY);
        taken.setPublicId(ofBruno);
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> promises.get(ofBruno)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> promises.change(taken)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> promises.keep(ofBruno, null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> promises.withdraw(ofBruno, "no")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> promises.reopen(ofBruno)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> promises.make(id(bruno), promise("x", TODAY)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> promises.get("' or '1'='1")).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void whoHasToKeepAPromiseReachesItWhoeverTheCustomerIs() {
        callAs(south, Scope.ALL);
        PromiseForm given = promise("A sample", TODAY.plusDays(3));
        given.setOwner(north.getPublicId());
        String id = promises.make(id(bruno), given).publicId();
        em.flush();
        callAs(north, Scope.OWN);

        assertThat(promises.get(id).what()).isEqualTo("A sample");
        assertThat(promises.list(PromiseList.mine(PromiseFilter.OPEN), ALL).items())
                .extracting(PromiseView::publicId)
                .containsExactly(id);
    }

    @Test
    void listsReachNoFurtherThanThePermission() {
        promises.make(id(ana), promise("Ours", TODAY));
        callAs(south, Scope.OWN);
        promises.make(id(bruno), promise("Theirs", TODAY));
        em.flush();
        PromiseList ofSouth = new PromiseList(PromiseFilter.ALL, false, south.getPublicId(), null, null, null);

        assertThat(promises.list(ofSouth, ALL).items()).hasSize(1);
        callAs(north, Scope.TEAM);
        assertThat(promises.list(PromiseList.of(PromiseFilter.ALL), ALL).items())
                .extracting(PromiseView::what)
                .containsExactly("Ours");
        assertThat(promises.list(ofSouth, ALL).items()).isEmpty();
        assertThat(promises.keptRates(TODAY.minusDays(1), TODAY.plusDays(1)).people())
                .allMatch(row -> "north".equals(row.name()));
        callAs(north, Scope.ALL);
        assertThat(promises.list(PromiseList.of(PromiseFilter.ALL), ALL).items())
                .extracting(PromiseView::what)
                .contains("Ours", "Theirs");
    }

    @Test
    void promiseIsSettledOnceAndNotChangedBehindSomebodysBack() {
        PromiseView made = promises.make(id(ana), promise("Call back", TODAY.plusDays(1)));
        em.flush();
        PromiseForm form = promise("Call back twice", TODAY.plusDays(2));
        form.setPublicId(made.publicId());
        form.setVersion(made.version() + 1);

        assertThatThrownBy(() -> promises.change(form)).isInstanceOf(ConcurrentChange.class);
        assertThatThrownBy(() -> promises.withdraw(made.publicId(), " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> promises.keep(made.publicId(), TODAY.plusDays(1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(promises.keep(made.publicId(), null).word()).isEqualTo("KEPT");
        assertThatThrownBy(() -> promises.withdraw(made.publicId(), "too late")).isInstanceOf(ConcurrentChange.class);
        assertThat(promises.reopen(made.publicId()).open()).isTrue();
    }

    @Test
    void promiseForAPastDayIsRefused() {
        assertThatThrownBy(() -> promises.make(id(ana), promise("x", TODAY.minusDays(1))))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .extracting(error -> error.field())
                        .isEqualTo("dueOn"));
    }

    /** Ten fell due: five in time, two late, two open, one withdrawn; one is due later. 5 of 9 were kept. */
    @Test
    void keptRateCountsWhatFellDueAndWasNotWithdrawn() {
        ActivityImport past = wire(new ActivityImport());
        LocalDate due = TODAY.minusDays(10);
        past.promises(List.of(
                seed(due, due),
                seed(due, due),
                seed(due, due.minusDays(2)),
                seed(due, due.minusDays(1)),
                seed(due, due),
                seed(due, due.plusDays(1)),
                seed(due, due.plusDays(5)),
                seed(due, null),
                seed(TODAY.minusDays(1), null),
                new PromiseSeed(
                        ana.ref().id(),
                        "w",
                        due,
                        north.getId(),
                        northTeam.getId(),
                        PromiseSource.STAFF,
                        null,
                        made(),
                        "north",
                        due,
                        "sold out"),
                seed(TODAY.plusDays(1), null)));
        em.flush();

        KeptRates rates = promises.keptRates(TODAY.minusDays(30), TODAY.plusDays(30));

        assertThat(rates.to()).isEqualTo(TODAY);
        assertThat(rates.all().due()).isEqualTo(9);
        assertThat(rates.all().kept()).isEqualTo(5);
        assertThat(rates.all().late()).isEqualTo(2);
        assertThat(rates.all().overdue()).isEqualTo(2);
        assertThat(rates.all().withdrawn()).isEqualTo(1);
        assertThat(rates.all().rate()).isEqualTo(5.0 / 9);
        assertThat(rates.teams()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo(northTeam.getName());
            assertThat(row.due()).isEqualTo(9);
        });
        PromiseList behind =
                new PromiseList(PromiseFilter.COUNTED, false, north.getPublicId(), null, rates.from(), rates.to());
        assertThat(promises.list(behind, ALL).total()).isEqualTo(9);
    }

    private PromiseSeed seed(LocalDate due, LocalDate settled) {
        return new PromiseSeed(
                ana.ref().id(),
                "p",
                due,
                north.getId(),
                northTeam.getId(),
                PromiseSource.STAFF,
                null,
                made(),
                "north",
                settled,
                null);
    }

    private static Instant made() {
        return TODAY.minusDays(40).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}

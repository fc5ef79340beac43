package org.vinculo.crm.value.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculo.crm.value.internal.lifecycle.LifecycleEvent.purchase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseRule;
import org.vinculo.crm.value.internal.lifecycle.LifecycleEvent.Kind;

class PhaseReplayTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.initial();
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void aRelationshipGrows() {
        List<PhaseChange> changes = replay(
                60,
                LifecycleEvent.of(START, Kind.KNOWN),
                LifecycleEvent.of(START.plusDays(5), Kind.QUALIFIED),
                purchase(START.plusDays(10), "shoes"),
                purchase(START.plusDays(30), "shoes"),
                purchase(START.plusDays(50), "coats"));

        assertThat(changes)
                .extracting(PhaseChange::to)
                .containsExactly(Phase.SELECTION, Phase.ACQUISITION, Phase.RETENTION, Phase.EXTENSION);
        assertThat(changes).extracting(PhaseChange::rule).last().isEqualTo(PhaseRule.SECOND_FAMILY);
    }

    @Test
    void whoComesBackIsWonBackBeforeBuyingAndSilenceBeginsAnew() {
        List<PhaseChange> changes = replay(
                100,
                purchase(START, null),
                LifecycleEvent.of(START.plusDays(10), Kind.ENDED),
                LifecycleEvent.of(START.plusDays(90), Kind.CAME_BACK));

        assertThat(changes).extracting(PhaseChange::to).containsExactly(Phase.RETENTION, Phase.LOST, Phase.WON_BACK);
        assertThat(changes.get(2).rule()).isEqualTo(PhaseRule.CAME_BACK);
    }

    @Test
    void silenceBeyondTheirOwnPausesIsNoticedOnItsDay() {
        LifecycleEvent[] weekly = weekly(6);

        List<PhaseChange> changes = replay(100, weekly);

        assertThat(changes).extracting(PhaseChange::to).containsExactly(Phase.RETENTION, Phase.AT_RISK, Phase.LAPSED);
        assertThat(changes.get(1).day()).isEqualTo(START.plusDays(35 + 8));
        assertThat(changes.get(2).day()).isEqualTo(START.plusDays(35 + 15));
    }

    @Test
    void withoutPausesOfTheirOwnTheUsualOneCounts() {
        assertThat(replay(180, purchase(START, null))).hasSize(1);
        assertThat(replay(181, purchase(START, null)))
                .extracting(PhaseChange::to)
                .containsExactly(Phase.RETENTION, Phase.AT_RISK);
    }

    @Test
    void aPurchaseOnTheDayOfSilenceBreaksIt() {
        LifecycleEvent[] events = Arrays.copyOf(weekly(6), 7);
        events[6] = purchase(START.plusDays(35 + 8), null);

        assertThat(replay(35 + 8, events)).extracting(PhaseChange::to).containsExactly(Phase.RETENTION);
    }

    @Test
    void whoComesBackIsWonBackAndTheLongPauseIsNotTheirHabit() {
        LifecycleEvent[] events = Arrays.copyOf(weekly(6), 8);
        events[6] = purchase(START.plusDays(300), null);
        events[7] = purchase(START.plusDays(305), null);

        List<PhaseChange> changes = replay(313, events);

        assertThat(changes)
                .extracting(PhaseChange::to)
                .containsExactly(
                        Phase.RETENTION, Phase.AT_RISK, Phase.LAPSED, Phase.WON_BACK, Phase.RETENTION, Phase.AT_RISK);
    }

    @Test
    void anEndIsAnEndAndAWarningIsARisk() {
        List<PhaseChange> changes = replay(
                40,
                purchase(START, null),
                LifecycleEvent.of(START.plusDays(10), Kind.WARNED),
                LifecycleEvent.of(START.plusDays(20), Kind.ENDED),
                LifecycleEvent.of(START.plusDays(30), Kind.CLOSED));

        assertThat(changes)
                .extracting(PhaseChange::to)
                .containsExactly(Phase.RETENTION, Phase.AT_RISK, Phase.LOST, Phase.CLOSED);
    }

    @Test
    void eventsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> replay(40, purchase(START.plusDays(1), null), purchase(START, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aPastDayIsSeenTheSameFromAnyLaterDay(
            @ForAll("events") List<LifecycleEvent> events, @ForAll @IntRange(max = 800) int day) {
        LocalDate then = START.plusDays(day);

        List<PhaseChange> atTheTime = PhaseReplay.of(events, then, POLICY);
        List<PhaseChange> later = PhaseReplay.of(events, START.plusDays(1200), POLICY);

        assertThat(PhaseCensus.phaseOn(later, then)).isEqualTo(PhaseCensus.phaseOn(atTheTime, then));
        assertThat(later.subList(0, atTheTime.size())).isEqualTo(atTheTime);
    }

    @Property
    void changesAreAChainInTime(@ForAll("events") List<LifecycleEvent> events) {
        Phase phase = null;
        LocalDate day = LocalDate.MIN;
        for (PhaseChange change : PhaseReplay.of(events, START.plusDays(900), POLICY)) {
            assertThat(change.from()).isEqualTo(phase);
            assertThat(change.to()).isNotEqualTo(phase);
            assertThat(change.day()).isAfterOrEqualTo(day);
            phase = change.to();
            day = change.day();
        }
    }

    @Test
    void theCensusCountsWhoIsWhereAndWhoLeft() {
        PhaseCensus census = new PhaseCensus(START.plusDays(40), START.plusDays(100));
        census.add(replay(200, weekly(6)));
        census.add(replay(200, purchase(START, null)));
        census.add(replay(200, LifecycleEvent.of(START.plusDays(50), Kind.KNOWN)));

        assertThat(census.atStart()).containsOnly(Map.entry(Phase.RETENTION, 2));
        assertThat(census.atEnd()).containsOnlyKeys(Phase.LAPSED, Phase.RETENTION, Phase.SELECTION);
        assertThat(census.attrition()).isEqualTo(0.5);
        assertThat(census.flows()).containsEntry(new PhaseCensus.Flow(Phase.AT_RISK, Phase.LAPSED), 1);
        assertThat(census.medianStay(Phase.AT_RISK)).hasValue(7);
        assertThat(census.medianStay(Phase.EXTENSION)).isEmpty();
    }

    private static LifecycleEvent[] weekly(int purchases) {
        LifecycleEvent[] events = new LifecycleEvent[purchases];
        Arrays.setAll(events, i -> purchase(START.plusDays(7L * i), null));
        return events;
    }

    private static List<PhaseChange> replay(int days, LifecycleEvent... events) {
        return PhaseReplay.of(List.of(events), START.plusDays(days), POLICY);
    }

    @Provide
    Arbitrary<List<LifecycleEvent>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.frequency(
                                Tuple.of(10, Kind.PURCHASED),
                                Tuple.of(1, Kind.KNOWN),
                                Tuple.of(1, Kind.QUALIFIED),
                                Tuple.of(1, Kind.EXPANDED),
                                Tuple.of(1, Kind.WARNED),
                                Tuple.of(1, Kind.ENDED),
                                Tuple.of(1, Kind.CLOSED)),
                        Arbitraries.of("shoes", "coats"))
                .as((day, kind, family) -> new LifecycleEvent(START.plusDays(day), kind, family))
                .list()
                .ofMaxSize(25)
                .map(list -> {
                    List<LifecycleEvent> sorted = new ArrayList<>(list);
                    sorted.sort(Comparator.comparing(LifecycleEvent::day));
                    return sorted;
                });
    }
}

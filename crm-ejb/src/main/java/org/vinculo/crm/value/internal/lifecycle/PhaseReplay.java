package org.vinculo.crm.value.internal.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseRule;

/** Replays what happened to one relationship into its changes of phase; silence counts as much as events. */
public final class PhaseReplay {

    private final List<PhaseChange> changes = new ArrayList<>();
    private final Set<String> families = new HashSet<>();
    private final Pauses pauses;
    private Phase phase;
    private boolean extended;

    private PhaseReplay(LifecyclePolicy policy) {
        this.pauses = new Pauses(policy);
    }

    /**
     * @param events ascending by day; those after the day of the figures are not seen
     * @return every change up to the day, ascending
     * @throws IllegalArgumentException when the events are not in order
     */
    public static List<PhaseChange> of(List<LifecycleEvent> events, LocalDate asOf, LifecyclePolicy policy) {
        PhaseReplay replay = new PhaseReplay(policy);
        LocalDate before = LocalDate.MIN;
        for (LifecycleEvent event : events) {
            if (event.day().isBefore(before)) {
                throw new IllegalArgumentException(event.day() + " comes after " + before);
            }
            before = event.day();
            if (!event.day().isAfter(asOf)) {
                // an event of the day on which silence would say something breaks it
                replay.listen(event.day().minusDays(1));
                replay.apply(event);
            }
        }
        replay.listen(asOf);
        return List.copyOf(replay.changes);
    }

    private void listen(LocalDate until) {
        LocalDate silent = pauses.silentFrom();
        if (silent == null) {
            return;
        }
        if (phase.isCustomer() && phase != Phase.AT_RISK && !silent.isAfter(until)) {
            change(silent, Phase.AT_RISK, PhaseRule.SILENT);
        }
        if (phase == Phase.AT_RISK && !pauses.goneFrom().isAfter(until)) {
            change(pauses.goneFrom(), Phase.LAPSED, PhaseRule.SILENT_FOR_LONG);
        }
    }

    private void apply(LifecycleEvent event) {
        LocalDate day = event.day();
        switch (event.kind()) {
            case KNOWN -> changeIf(phase == null, day, Phase.SELECTION, PhaseRule.BECAME_KNOWN);
            case QUALIFIED ->
                changeIf(phase == null || phase == Phase.SELECTION, day, Phase.ACQUISITION, PhaseRule.QUALIFIED);
            case PURCHASED -> purchase(day, event.family());
            case EXPANDED -> expand(day);
            case WARNED ->
                changeIf(
                        phase != null && phase.isCustomer() && phase != Phase.AT_RISK,
                        day,
                        Phase.AT_RISK,
                        PhaseRule.WARNING);
            case ENDED -> changeIf(phase != Phase.CLOSED && phase != Phase.LOST, day, Phase.LOST, PhaseRule.ENDED);
            case CAME_BACK -> comeBack(day);
            case CLOSED -> changeIf(phase != Phase.CLOSED, day, Phase.CLOSED, PhaseRule.CLOSED);
        }
    }

    private void purchase(LocalDate day, String family) {
        boolean cameBack = phase != null && phase.isGone();
        pauses.purchase(day, !cameBack);
        if (family != null) {
            families.add(family);
        }
        extended |= families.size() > 1;
        if (cameBack) {
            change(day, Phase.WON_BACK, PhaseRule.CAME_BACK);
        } else if (phase == null || !phase.isCustomer()) {
            change(day, Phase.RETENTION, PhaseRule.FIRST_PURCHASE);
        } else if (phase == Phase.AT_RISK || phase == Phase.WON_BACK) {
            change(day, extended ? Phase.EXTENSION : Phase.RETENTION, PhaseRule.BOUGHT_AGAIN);
        } else if (phase == Phase.RETENTION && extended) {
            change(day, Phase.EXTENSION, PhaseRule.SECOND_FAMILY);
        }
    }

    /** Their silence begins anew; how long they usually pause is not learned from it. */
    private void comeBack(LocalDate day) {
        if (phase != null && phase.isGone()) {
            pauses.purchase(day, false);
            change(day, Phase.WON_BACK, PhaseRule.CAME_BACK);
        }
    }

    private void expand(LocalDate day) {
        extended = true;
        changeIf(phase == Phase.RETENTION, day, Phase.EXTENSION, PhaseRule.EXPANDED);
    }

    private void changeIf(boolean fits, LocalDate day, Phase to, PhaseRule rule) {
        if (fits) {
            change(day, to, rule);
        }
    }

    private void change(LocalDate day, Phase to, PhaseRule rule) {
        changes.add(new PhaseChange(day, phase, to, rule));
        phase = to;
    }
}

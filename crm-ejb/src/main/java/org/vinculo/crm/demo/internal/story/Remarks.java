package org.vinculo.crm.demo.internal.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.party.NeedBasis;
import org.vinculo.crm.party.NeedKind;

/** What colleagues wrote down about a customer's needs, in the customer's language. */
final class Remarks {

    private static final Map<String, List<String[]>> LINES = Map.of(
            "pt", WordList.read("needs_pt").rows(),
            "es", WordList.read("needs_es").rows(),
            "en", WordList.read("needs_en").rows());

    private Remarks() {}

    static List<Client.Need> about(
            Conversations.Speaker speaker, LocalDate since, LocalDate today, int atLeast, Dice dice) {
        String who = speaker.profile().isBusiness() ? "BUSINESS" : "HOME";
        List<String[]> fitting = LINES.get(speaker.tongue()).stream()
                .filter(row -> row[0].equals(who))
                .toList();
        int count = atLeast + (dice.chance(0.45) ? dice.between(1, 2) : 0);
        List<Client.Need> needs = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String[] row = dice.pick(fitting);
            if (said.add(row[3])) {
                needs.add(new Client.Need(
                        NeedKind.valueOf(row[1]),
                        NeedBasis.valueOf(row[2]),
                        row[3],
                        moment(speaker, since, today, dice),
                        dice.chance(0.7) ? speaker.seller() : speaker.service()));
            }
        }
        return needs;
    }

    private static Instant moment(Conversations.Speaker speaker, LocalDate since, LocalDate today, Dice dice) {
        long span = Math.max(1, ChronoUnit.DAYS.between(since, today) - 1);
        return Moments.atWork(since.plusDays((long) (dice.unit() * span)), speaker.zone(), dice);
    }
}

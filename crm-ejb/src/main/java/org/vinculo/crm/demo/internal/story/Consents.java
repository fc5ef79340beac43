package org.vinculo.crm.demo.internal.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.party.Channel;

/** What a customer allowed, refused and took back, with what proves it, and how they want to be reached. */
final class Consents {

    private static final Map<String, List<String[]>> PROOFS = Map.of(
            "pt", WordList.read("consent_pt").rows(),
            "es", WordList.read("consent_es").rows(),
            "en", WordList.read("consent_en").rows());

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final double TAKEN_BACK = 0.13;
    private static final double RENEWED = 0.6;
    private static final String[] IN_PORTAL = {"PORTAL", null};
    private static final String[] BY_LINK = {"LINK", null};

    private final Conversations.Speaker speaker;
    private final LocalDate since;
    private final LocalDate today;
    private final Dice dice;
    private final List<Client.Word> words = new ArrayList<>();

    Consents(Conversations.Speaker speaker, LocalDate since, LocalDate today, Dice dice) {
        this.speaker = speaker;
        this.since = since;
        this.today = today;
        this.dice = dice;
    }

    List<Client.Word> words(boolean inPortal) {
        String[] proof = inPortal ? IN_PORTAL : dice.pick(PROOFS.get(speaker.tongue()));
        Instant asked = Moments.atWork(inPortal ? lately() : since, speaker.zone(), dice);
        about("offers", Channel.EMAIL, inPortal ? 1 : 0.58, asked, proof);
        about("news", Channel.EMAIL, 0.42, asked.plusSeconds(20), proof);
        if (speaker.channels().contains(Channel.WHATSAPP)) {
            about("offers", Channel.WHATSAPP, 0.4, asked.plusSeconds(40), proof);
            about("opinion", Channel.WHATSAPP, 0.75, asked.plusSeconds(60), proof);
        }
        about("opinion", Channel.EMAIL, 0.8, asked.plusSeconds(80), proof);
        if (inPortal || dice.chance(0.4)) {
            say(asked.plusSeconds(100), "profiling", "PROCESSING", Client.Said.YES, proof);
        }
        words.sort(Comparator.comparing(Client.Word::at));
        return List.copyOf(words);
    }

    private LocalDate lately() {
        LocalDate day = today.minusDays(dice.between(40, 300));
        return day.isBefore(since) ? since : day;
    }

    private void about(String purpose, Channel channel, double yes, Instant asked, String[] proof) {
        double point = dice.unit();
        if (point > yes + (1 - yes) * 0.4) {
            return;
        }
        boolean allowed = point < yes;
        say(asked, purpose, channel.name(), allowed ? Client.Said.YES : Client.Said.NO, proof);
        LocalDate later = since.plusDays(dice.between(30, 700));
        boolean inPortal = proof == IN_PORTAL;
        if (allowed && !inPortal && dice.chance(TAKEN_BACK) && later.isBefore(today)) {
            Instant at = Moments.atHome(later, speaker.zone(), dice);
            say(at, purpose, channel.name(), Client.Said.NO_MORE, BY_LINK);
        } else if (allowed && !inPortal && since.isBefore(today.minusYears(2)) && dice.chance(RENEWED)) {
            LocalDate again = today.minusDays(dice.between(20, 500));
            say(Moments.atWork(again, speaker.zone(), dice), purpose, channel.name(), Client.Said.YES, byMail());
        }
    }

    private void say(Instant at, String purpose, String channel, Client.Said said, String[] proof) {
        words.add(new Client.Word(at, purpose, channel, said, proof[0], proof[1]));
    }

    /** A yes ends after two years; many renew it when asked by mail. */
    private String[] byMail() {
        return PROOFS.get(speaker.tongue()).stream()
                .filter(proof -> proof[0].equals("EMAIL"))
                .findFirst()
                .orElseThrow();
    }

    /** How somebody wants to be reached; null when nobody asked. */
    Client.Wishes wishes(boolean certainly) {
        if (!certainly && !dice.chance(0.45)) {
            return null;
        }
        List<Channel> ways = List.of(Channel.WHATSAPP, Channel.EMAIL, Channel.PHONE).stream()
                .filter(speaker.channels()::contains)
                .toList();
        Channel first = dice.pick(ways);
        Channel second = ways.stream().filter(way -> way != first).findFirst().orElse(null);
        int opens = dice.between(8, 10);
        boolean paused = !certainly && dice.chance(0.04);
        long span = Math.max(1, ChronoUnit.DAYS.between(since, today) - 1);
        return new Client.Wishes(
                Moments.atHome(since.plusDays((long) (dice.unit() * span)), speaker.zone(), dice),
                first,
                second,
                WEEKDAYS,
                LocalTime.of(opens, 0),
                LocalTime.of(opens + dice.between(3, 9), 0),
                dice.chance(0.6) ? "ALL" : dice.chance(0.7) ? "MONTHLY" : "IMPORTANT",
                paused ? today.plusDays(dice.between(10, 60)) : null,
                !certainly && dice.chance(0.05));
    }
}

package org.vinculo.crm.demo.internal.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.party.Channel;

/** What was said between a customer and the company, in the customer's language and around what was bought. */
final class Conversations {

    private static final Map<String, List<TalkLine>> LINES = new HashMap<>();
    private static final double DAYS_IN_A_YEAR = 365;
    private static final int MOST_REPEATS = 2;
    private static final int MOST_ORDERS_TALKED_OF = 8;

    static {
        for (String tongue : List.of("pt", "es", "en")) {
            LINES.put(
                    tongue,
                    WordList.read("talk_" + tongue).rows().stream()
                            .map(TalkLine::of)
                            .toList());
        }
    }

    private final Speaker speaker;
    private final LocalDate today;
    private final Dice dice;
    private final List<Client.Talk> talks = new ArrayList<>();
    private final Map<TalkLine, Integer> said = new HashMap<>();

    Conversations(Speaker speaker, LocalDate today, Dice dice) {
        this.speaker = speaker;
        this.today = today;
        this.dice = dice;
    }

    /**
     * Who talks, over which channels, and who answers.
     *
     * @param talkative how much more than others, 1 for the usual
     */
    record Speaker(
            String given,
            String tongue,
            ZoneId zone,
            Profile profile,
            Set<Channel> channels,
            int seller,
            int service,
            String favourite,
            double talkative) {}

    /** The conversations of somebody who bought, oldest first. */
    List<Client.Talk> ofBuyer(List<Client.Order> orders) {
        boolean business = speaker.profile().isBusiness();
        LocalDate first = day(orders.get(0).at());
        for (int i = 0; i < orders.size(); i++) {
            aroundOrder(orders.get(i), i == 0, business);
        }
        double years = ChronoUnit.DAYS.between(first, today) / DAYS_IN_A_YEAR;
        throughTheYears("OFFER", first, years * (business ? 1.7 : 0.6), speaker.favourite());
        throughTheYears("QUESTION", first, years * (business ? 0.7 : 0.35), speaker.favourite());
        throughTheYears("THANKS", first, years * 0.22, speaker.favourite());
        return sorted();
    }

    /** The conversations with somebody who has not bought yet. */
    List<Client.Talk> ofProspect(LocalDate since) {
        int count = dice.between(1, 4);
        LocalDate day = since;
        for (int i = 0; i < count && day.isBefore(today); i++) {
            say("PROSPECT", day, speaker.favourite(), speaker.seller());
            day = day.plusDays(dice.between(3, 40));
        }
        return sorted();
    }

    private void aroundOrder(Client.Order order, boolean first, boolean business) {
        LocalDate day = day(order.at());
        String product = order.lines().get(0).product();
        if (order.isReturn()) {
            maybe(0.85, "RETURN", day.minusDays(1), product, speaker.service());
            return;
        }
        if (first) {
            maybe(business ? 0.7 : 0.3, "WELCOME", day.plusDays(3), product, speaker.seller());
        }
        maybe(business ? 0.3 : 0.06, "ORDER", day, product, speaker.seller());
        maybe(0.03, "LATE", day.plusDays(2), order.number(), speaker.service());
        maybe(business ? 0.04 : 0.015, "BILLING", day.plusDays(6), order.number(), speaker.service());
        order.lines().stream()
                .filter(line -> Product.of(line.code()).isMachine())
                .forEach(line -> aroundMachine(line.product(), day));
    }

    private void aroundMachine(String machine, LocalDate day) {
        maybe(0.8, "INSTALL", day.plusDays(7), machine, speaker.service());
        if (speaker.profile().isBusiness()) {
            maybe(0.5, "TRAINING", day.plusDays(20), machine, speaker.service());
        }
        double years = ChronoUnit.DAYS.between(day, today) / DAYS_IN_A_YEAR;
        throughTheYears("FAULT", day.plusDays(60), years * (speaker.profile().isBusiness() ? 0.6 : 0.25), machine);
    }

    private void throughTheYears(String occasion, LocalDate from, double expected, String about) {
        long span = ChronoUnit.DAYS.between(from, today);
        if (span < 1 || expected <= 0) {
            return;
        }
        double gap = span / expected / speaker.talkative();
        double day = dice.wait(gap);
        while (day < span) {
            boolean service = occasion.equals("FAULT") || occasion.equals("QUESTION");
            int colleague = service ? speaker.service() : speaker.seller();
            say(occasion, from.plusDays((long) day), about, colleague);
            day += 1 + dice.wait(gap);
        }
    }

    private void maybe(double probability, String occasion, LocalDate day, String about, int colleague) {
        if (dice.chance(probability * speaker.talkative())) {
            say(occasion, day, about, colleague);
        }
    }

    private void say(String occasion, LocalDate day, String about, int colleague) {
        List<TalkLine> fitting = LINES.get(speaker.tongue()).stream()
                .filter(line -> line.fits(occasion, speaker) && said.getOrDefault(line, 0) < mostOf(occasion))
                .toList();
        if (fitting.isEmpty() || !day.isBefore(today)) {
            return;
        }
        TalkLine line = dice.pick(fitting);
        said.merge(line, 1, Integer::sum);
        Channel channel = dice.pick(
                line.channels().stream().filter(speaker.channels()::contains).toList());
        String body = line.body()
                .replace("{0}", speaker.given())
                .replace("{1}", about)
                .replace("{2}", Naming.firstAsWritten(Staff.ALL.get(colleague).name()));
        talks.add(new Client.Talk(
                Moments.atWork(day, speaker.zone(), dice),
                minutes(channel, line.outcome()),
                channel,
                line.direction(),
                line.purpose(),
                line.outcome(),
                line.sentiment(),
                line.topic(),
                body,
                line.purpose() == Purpose.MARKETING ? Staff.MARKETING : colleague));
    }

    private static int mostOf(String occasion) {
        return occasion.equals("ORDER") ? MOST_ORDERS_TALKED_OF : MOST_REPEATS;
    }

    private Integer minutes(Channel channel, Outcome outcome) {
        if (outcome == Outcome.NOT_REACHED) {
            return 1;
        }
        return switch (channel) {
            case PHONE -> dice.between(3, 18);
            case VISIT -> dice.between(35, 150);
            case CHAT, WHATSAPP -> dice.between(2, 12);
            default -> null;
        };
    }

    private LocalDate day(Instant at) {
        return at.atZone(speaker.zone()).toLocalDate();
    }

    private List<Client.Talk> sorted() {
        talks.sort(Comparator.comparing(Client.Talk::at));
        return List.copyOf(talks);
    }
}

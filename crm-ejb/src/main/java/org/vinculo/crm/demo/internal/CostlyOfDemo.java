package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.interaction.InteractionRecord;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;

/** Some who buy little and call often: customers that cost more than they bring, so that there is somebody to help out of it. */
@ApplicationScoped
public class CostlyOfDemo {

    private static final int HOW_MANY = 4;
    private static final int CALLS = 26;
    private static final int DAYS_BETWEEN = 13;
    private static final int MINUTES = 38;
    private static final int VISIT_EVERY = 9;
    private static final BigDecimal LITTLE = new BigDecimal("900");
    private static final List<String> TOPICS = List.of(
            "Dúvida sobre a entrega",
            "Regulagem do moinho",
            "Segunda via da nota",
            "Troca de endereço",
            "Pedido pelo telefone");

    @Inject
    InteractionImport interactions;

    void write(List<Client> story, List<Long> ids, List<Member> staff, LocalDate today) {
        Member colleague = staff.get(Math.min(4, staff.size() - 1));
        List<InteractionRecord> talks = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < story.size() && found < HOW_MANY; i++) {
            if (buysLittle(story.get(i), today)) {
                found++;
                talks(story.get(i), ids.get(i), colleague, today, talks);
            }
        }
        interactions.record(talks);
    }

    private static boolean buysLittle(Client client, LocalDate today) {
        Instant year = today.minusDays(330).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant quarter = today.minusDays(120).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Client.Order> orders =
                client.orders().stream().filter(order -> !order.isReturn()).toList();
        BigDecimal ofYear = orders.stream()
                .filter(order -> order.at().isAfter(year))
                .flatMap(order -> order.lines().stream())
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return client.signIn() == null
                && client.who().country().equals("BR")
                && orders.size() >= 2
                && orders.get(0).at().isBefore(quarter)
                && ofYear.signum() > 0
                && ofYear.compareTo(LITTLE) < 0;
    }

    private static void talks(
            Client client, long customer, Member colleague, LocalDate today, List<InteractionRecord> talks) {
        for (int n = 0; n < CALLS; n++) {
            boolean visit = n % VISIT_EVERY == VISIT_EVERY - 1;
            Instant at = today.minusDays(4 + (long) n * DAYS_BETWEEN)
                    .atTime(LocalTime.of(9 + n % 8, 5 * (n % 11)))
                    .atZone(client.who().zone())
                    .toInstant();
            talks.add(new InteractionRecord(
                    customer,
                    visit ? Channel.VISIT : Channel.PHONE,
                    visit ? Direction.OUT : Direction.IN,
                    Purpose.SERVICE,
                    TOPICS.get(n % TOPICS.size()),
                    Outcome.DONE,
                    at,
                    Duration.ofMinutes(visit ? 2L * MINUTES : MINUTES - n % 7),
                    client.who().zone().getId(),
                    Sentiment.NEUTRAL,
                    Visibility.INTERNAL,
                    colleague.id(),
                    colleague.name(),
                    null,
                    null));
        }
    }
}

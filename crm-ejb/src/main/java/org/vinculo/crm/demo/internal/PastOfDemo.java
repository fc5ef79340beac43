package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vinculo.crm.consent.ConsentImport;
import org.vinculo.crm.consent.PastPreference;
import org.vinculo.crm.consent.PastWord;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.interaction.InteractionRecord;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.ImportedLine;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.PurchaseImport;

/** Hands what happened in the story to the rooms that keep it. */
@ApplicationScoped
public class PastOfDemo {

    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    PurchaseImport purchases;

    @Inject
    InteractionImport interactions;

    @Inject
    ConsentImport consents;

    void write(List<Client> story, List<Long> ids, List<Member> staff) {
        List<ImportedLine> lines = new ArrayList<>();
        List<InteractionRecord> talks = new ArrayList<>();
        List<PastWord> words = new ArrayList<>();
        List<PastPreference> wishes = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            Client client = story.get(i);
            long id = ids.get(i);
            client.orders().forEach(order -> lines.addAll(lines(client, id, order)));
            client.talks().forEach(talk -> talks.add(talk(client, id, talk, staff)));
            SayingsOfDemo sayings = new SayingsOfDemo(client, id, staff);
            words.addAll(sayings.words());
            sayings.wishes().ifPresent(wishes::add);
        }
        PurchaseImport.Source source = new PurchaseImport.Source(DataOrigin.SYSTEM, "demo", false, false);
        inParts(lines, part -> purchases.write(part, source));
        inParts(talks, interactions::record);
        inParts(words, consents::record);
        inParts(wishes, consents::prefer);
    }

    private <T> void inParts(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            em.flush();
            em.clear();
        }
    }

    private List<ImportedLine> lines(Client client, long customerId, Client.Order order) {
        return order.lines().stream()
                .map(line -> new ImportedLine(
                        customerId,
                        LineIdentity.ofDocument(client.who().externalId(), order.number(), line.code())
                                .key(1),
                        order.number(),
                        order.at(),
                        order.at().atZone(settings.zone()).toLocalDate(),
                        order.currency(),
                        order.channel().name(),
                        false,
                        line.code(),
                        line.product(),
                        BigDecimal.valueOf(line.quantity()),
                        line.unitPrice(),
                        null,
                        line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())),
                        line.unitCost().multiply(BigDecimal.valueOf(line.quantity()))))
                .toList();
    }

    private static InteractionRecord talk(Client client, long customerId, Client.Talk talk, List<Member> staff) {
        Member colleague = staff.get(talk.colleague());
        boolean noteOfOurs = talk.channel() == Channel.PHONE || talk.channel() == Channel.VISIT;
        return new InteractionRecord(
                customerId,
                talk.channel(),
                talk.direction(),
                talk.purpose(),
                talk.topic(),
                talk.outcome(),
                talk.at(),
                talk.minutes() == null ? null : Duration.ofMinutes(talk.minutes()),
                client.who().zone().getId(),
                talk.sentiment(),
                noteOfOurs ? Visibility.INTERNAL : Visibility.CUSTOMER,
                colleague.id(),
                colleague.name(),
                talk.body(),
                null);
    }
}

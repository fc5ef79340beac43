package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.identity.AccountSeed;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.interaction.InteractionRecord;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.privacy.PrivacySeed;
import org.vinculo.crm.privacy.RequestKind;

/** What the demo customers did in the portal: a thread of messages, requests about their data, a team. */
@ApplicationScoped
public class PortalOfDemo {

    @Inject
    Clock clock;

    @Inject
    AccountSeed accounts;

    @Inject
    InteractionImport talks;

    @Inject
    PrivacySeed privacy;

    void write(List<Client> story, List<Long> ids, List<Member> staff) {
        Instant now = clock.instant();
        boolean team = false;
        for (int i = 0; i < story.size(); i++) {
            Client client = story.get(i);
            if (client.signIn() == null) {
                continue;
            }
            long id = ids.get(i);
            boolean organisation = client.who().name() != null;
            if ("ana".equals(client.signIn())) {
                thread(id, client, staff.get(0), now);
                requests(id, client, now);
            }
            if (organisation && !team) {
                team = true;
                colleagues(id, client);
            }
        }
    }

    private void thread(long customer, Client client, Member colleague, Instant now) {
        String name = client.who().displayName();
        List<InteractionRecord> messages = new ArrayList<>();
        messages.add(message(
                customer,
                client,
                null,
                name,
                now.minus(Duration.ofDays(6)),
                "O moedor que comprei faz um barulho estranho quando uso a moagem fina. Devo trazer na loja?"));
        messages.add(message(
                customer,
                client,
                colleague.id(),
                colleague.name(),
                now.minus(Duration.ofDays(5)),
                "Bom dia! Normalmente basta limpar as mós. Se continuar, traga na loja que trocamos a peça na hora,"
                        + " sem custo."));
        messages.add(message(
                customer,
                client,
                null,
                name,
                now.minus(Duration.ofHours(20)),
                "Limpei e melhorou bastante, obrigada! Vocês ainda têm o café da Serra em grão de 1 kg?"));
        talks.record(messages);
    }

    private static InteractionRecord message(
            long customer, Client client, Long staffId, String by, Instant at, String text) {
        return new InteractionRecord(
                customer,
                Channel.PORTAL,
                staffId == null ? Direction.IN : Direction.OUT,
                Purpose.SERVICE,
                text.length() > 80 ? text.substring(0, 79) + "…" : text,
                staffId == null ? null : Outcome.DONE,
                at,
                null,
                client.who().zone().getId(),
                Sentiment.NEUTRAL,
                Visibility.CUSTOMER,
                staffId,
                by,
                text,
                null);
    }

    private void requests(long customer, Client client, Instant now) {
        String name = client.who().displayName();
        privacy.request(
                customer,
                RequestKind.ACCESS,
                "Gostaria de saber com quem vocês compartilham os meus dados.",
                name,
                now.minus(Duration.ofDays(40)),
                "Não compartilhamos os seus dados com ninguém além da transportadora, que recebe nome e endereço da"
                        + " entrega.");
        privacy.request(
                customer,
                RequestKind.CORRECTION,
                "O bairro do meu endereço antigo ainda aparece. Por favor, retirem.",
                name,
                now.minus(Duration.ofDays(3)),
                null);
    }

    private void colleagues(long customer, Client client) {
        Locale locale = Locale.forLanguageTag(client.who().language());
        accounts.customer(
                "compras@demo.example", "Rita Campos", locale, client.who().zone(), customer, OrgRole.BUYER);
        accounts.customer(
                "financeiro@demo.example", "Tiago Ferraz", locale, client.who().zone(), customer, OrgRole.FINANCE);
        accounts.customer(
                "atendimento@demo.example", "Lia Prado", locale, client.who().zone(), customer, OrgRole.SUPPORT);
        accounts.customer(
                "consulta@demo.example", "Otávio Brito", locale, client.who().zone(), customer, OrgRole.VIEWER);
    }
}

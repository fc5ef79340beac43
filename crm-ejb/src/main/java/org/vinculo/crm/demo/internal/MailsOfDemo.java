package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.interaction.MailImport;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** The mails of the last days: threads with customers, and some of whom nobody knows whose they are. */
@ApplicationScoped
public class MailsOfDemo {

    @Inject
    MailImport mails;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    void write(List<Client> story, List<Long> ids, List<Member> staff) {
        for (int i = 0; i < story.size(); i++) {
            Client client = story.get(i);
            if (client.signIn() == null) {
                continue;
            }
            Member colleague = staff.get(client.owner() == null ? 0 : client.owner());
            switch (client.signIn()) {
                case "ana" -> ana(client, ids.get(i), colleague);
                case "bruno" -> bruno(client, ids.get(i), colleague);
                case "carmen" -> carmen(client);
                default -> {}
            }
        }
        strangers();
    }

    private void ana(Client client, long id, Member colleague) {
        in(client, "ana1", List.of(), "Moedor com ruído estranho", """
                Olá,

                desde ontem o moedor faz um ruído de metal quando começa. Ainda mói bem, mas fiquei com receio de usar. \
                O que devo fazer?

                Ana""", Duration.ofHours(70));
        out(
                client,
                id,
                colleague,
                "ana2",
                List.of("ana1"),
                "Re: Moedor com ruído estranho",
                """
                Olá Ana,

                obrigado por avisar. Por favor, meça o tempo de moagem de três doses e mande os números: com eles \
                sabemos se são as mós. Pode continuar usando até lá.

                """ + colleague.name(),
                Duration.ofHours(49));
        mails.received(
                letter(
                        client.points().get(0).value(),
                        client.who().displayName(),
                        "ana3",
                        List.of("ana1", "ana2"),
                        "Re: Moedor com ruído estranho",
                        "Segue o arquivo com as medições. A terceira dose demorou bem mais.\n\nAna",
                        Duration.ofHours(20),
                        false),
                List.of(new MailImport.File("medições.csv", "dose;segundos\n1;11,2\n2;11,9\n3;17,4\n")));
    }

    private void bruno(Client client, long id, Member colleague) {
        in(client, "bruno1", List.of(), "Orçamento para duas máquinas", """
                Bom dia,

                vamos abrir a segunda loja em março. Podem mandar um orçamento para duas máquinas iguais à atual, com \
                instalação e treinamento?

                Bruno""", Duration.ofHours(120));
        out(
                client,
                id,
                colleague,
                "bruno2",
                List.of("bruno1"),
                "Re: Orçamento para duas máquinas",
                """
                Bom dia, Bruno,

                parabéns pela segunda loja! Preparo o orçamento até sexta-feira e ligo para combinar a instalação.

                """ + colleague.name(),
                Duration.ofHours(98));
    }

    private void carmen(Client client) {
        in(client, "carmen1", List.of(), "¿Cuándo llega mi pedido?", """
                Hola:

                el seguimiento no cambia desde el lunes. ¿Saben cuándo llega el pedido? El sábado tengo invitados.

                Gracias, Carmen""", Duration.ofHours(5));
    }

    private void strangers() {
        stranger(
                "helena.prado@cafedaesquina.example",
                "Helena Prado",
                "s1",
                "Quero conhecer a máquina de espresso",
                """
                Olá! Vi a máquina de vocês num café em Curitiba. Tenho uma cafeteria com 40 lugares. \
                Quanto custa e onde posso ver uma funcionando?""",
                Duration.ofHours(8),
                false);
        stranger(
                "m.ortega@tostadero.example",
                "Miguel Ortega",
                "s2",
                "Distribución en Valencia",
                """
                Buenos días: tostamos café en Valencia y nos gustaría distribuir sus molinos. \
                ¿Con quién podemos hablar?""",
                Duration.ofHours(26),
                false);
        stranger(
                "tom@bakersrow.example",
                "Tom Baker",
                "s3",
                "Quote for three grinders",
                """
                Hi, please send a quote for three grinders, delivered to Bristol. We need them by the end of next month.

                Tom""",
                Duration.ofHours(31),
                false);
        stranger("info@feiragourmet.example", null, "s4", "Convite: Feira Gourmet", """
                Prezados, a Feira Gourmet acontece em maio. Reserve seu estande até dia 30.""", Duration.ofHours(52), false);
        stranger(
                "no-reply@correio.example",
                "Correio",
                "s5",
                "Resposta automática: estou de férias",
                """
                Estou de férias até o dia 15. Em casos urgentes, ligue para a loja.""",
                Duration.ofHours(47),
                true);
    }

    private void in(Client client, String id, List<String> thread, String subject, String text, Duration ago) {
        mails.received(
                letter(
                        client.points().get(0).value(),
                        client.who().displayName(),
                        id,
                        thread,
                        subject,
                        text,
                        ago,
                        false),
                List.of());
    }

    private void stranger(
            String from, String name, String id, String subject, String text, Duration ago, boolean automatic) {
        mails.received(letter(from, name, id, List.of(), subject, text, ago, automatic), List.of());
    }

    private MailImport.Letter letter(
            String from,
            String name,
            String id,
            List<String> thread,
            String subject,
            String text,
            Duration ago,
            boolean automatic) {
        return new MailImport.Letter(
                named(id),
                thread.stream().map(MailsOfDemo::named).toList(),
                from,
                name,
                settings.get(Setting.MAIL_FROM),
                subject,
                text,
                at(ago),
                automatic);
    }

    private void out(
            Client client,
            long id,
            Member colleague,
            String name,
            List<String> thread,
            String subject,
            String text,
            Duration ago) {
        mails.sent(
                id,
                new MailImport.Letter(
                        named(name),
                        thread.stream().map(MailsOfDemo::named).toList(),
                        settings.get(Setting.MAIL_FROM),
                        colleague.name(),
                        client.points().get(0).value(),
                        subject,
                        text,
                        at(ago),
                        false),
                Purpose.SERVICE,
                colleague.id());
    }

    private Instant at(Duration ago) {
        return clock.instant().minus(ago);
    }

    private static String named(String id) {
        return "<" + id + "@demo.example>";
    }
}

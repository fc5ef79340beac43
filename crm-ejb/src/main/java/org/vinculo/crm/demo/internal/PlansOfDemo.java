package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.activity.ActivityImport;
import org.vinculo.crm.activity.PromiseSeed;
import org.vinculo.crm.activity.PromiseSource;
import org.vinculo.crm.activity.TaskPriority;
import org.vinculo.crm.activity.TaskRepeat;
import org.vinculo.crm.activity.TaskSeed;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.platform.Settings;

/** What the demo company promised its customers and is going to do. The same day gives the same plans. */
@ApplicationScoped
public class PlansOfDemo {

    private static final int WITH_A_PAST = 120;
    private static final int DAYS_BACK = 110;
    private static final int STEP = 3;

    private static final List<List<String>> PROMISES = List.of(
            List.of(
                    "Enviar a amostra do lote novo do Cerrado",
                    "Mandar a tabela de preços para compra mensal",
                    "Trocar o moedor que chegou com defeito",
                    "Confirmar a data da visita do barista",
                    "Corrigir o endereço de entrega nas próximas notas",
                    "Responder se dá para moer mais fino"),
            List.of(
                    "Enviar la muestra del lote nuevo",
                    "Mandar la lista de precios para compra mensual",
                    "Cambiar el molinillo que llegó con defecto",
                    "Confirmar la fecha de la visita del barista",
                    "Corregir la dirección de entrega en las próximas facturas",
                    "Responder si se puede moler más fino"),
            List.of(
                    "Send a sample of the new lot",
                    "Send the price list for monthly orders",
                    "Replace the grinder that arrived broken",
                    "Confirm the date of the barista's visit",
                    "Correct the delivery address on the next invoices",
                    "Answer whether a finer grind is possible"));

    private static final List<String> TASKS = List.of(
            "Ligar para saber se a entrega chegou bem",
            "Preparar a proposta de assinatura mensal",
            "Conferir o estoque do blend da casa",
            "Enviar o manual da máquina",
            "Perguntar pela degustação da semana passada",
            "Atualizar o contato do financeiro");

    @Inject
    ActivityImport activity;

    @Inject
    Settings settings;

    void write(List<Client> story, List<Long> ids, List<Member> staff, LocalDate today) {
        List<PromiseSeed> promises = new ArrayList<>();
        List<TaskSeed> tasks = new ArrayList<>();
        int looked = Math.min(story.size(), WITH_A_PAST);
        for (int i = 0; i < looked; i++) {
            Client client = story.get(i);
            if (client.owner() != null) {
                Member owner = staff.get(client.owner());
                promises.add(past(client, ids.get(i), owner, i, today));
                if (i % STEP == 0) {
                    promises.add(open(client, ids.get(i), owner, i, today));
                    tasks.add(task(ids.get(i), owner, i, today));
                }
            }
        }
        tasks.addAll(queues(staff, ids, today));
        activity.promises(promises);
        activity.tasks(tasks);
    }

    /** Most were kept, some late, a few withdrawn. */
    private PromiseSeed past(Client client, long id, Member owner, int number, LocalDate today) {
        LocalDate due = today.minusDays(2 + (long) number * 7 % DAYS_BACK);
        LocalDate made = due.minusDays(3 + number % 6);
        boolean withdrawn = number % 17 == 16;
        int late = number % 6 == 4 ? 1 + number % 4 : 0;
        LocalDate settled =
                withdrawn ? due.minusDays(1) : due.minusDays(number % 3).plusDays(late);
        return seed(
                client,
                id,
                owner,
                number,
                due,
                made,
                settled.isAfter(today) ? today : settled.isBefore(made) ? made : settled,
                withdrawn);
    }

    private PromiseSeed open(Client client, long id, Member owner, int number, LocalDate today) {
        LocalDate due = today.plusDays((long) number * 5 % 16 - 4);
        return seed(client, id, owner, number + 1, due, due.minusDays(7), null, false);
    }

    private PromiseSeed seed(
            Client client,
            long id,
            Member owner,
            int number,
            LocalDate due,
            LocalDate made,
            LocalDate settled,
            boolean withdrawn) {
        List<String> texts = PROMISES.get(
                switch (client.who().language().substring(0, 2)) {
                    case "pt" -> 0;
                    case "es" -> 1;
                    default -> 2;
                });
        return new PromiseSeed(
                id,
                texts.get(number % texts.size()),
                due,
                owner.id(),
                owner.teamId(),
                number % 2 == 0 ? PromiseSource.INTERACTION : PromiseSource.STAFF,
                number % 5 == 0 ? "Combinado por telefone; conferir com a expedição." : null,
                made.atTime(10, 20).atZone(settings.zone()).toInstant(),
                owner.name(),
                settled,
                withdrawn ? reason(client) : null);
    }

    private static String reason(Client client) {
        return switch (client.who().language().substring(0, 2)) {
            case "pt" -> "O lote acabou; oferecemos outro no lugar.";
            case "es" -> "El lote se agotó; ofrecimos otro en su lugar.";
            default -> "The lot sold out; we offered another one instead.";
        };
    }

    private TaskSeed task(long customer, Member owner, int number, LocalDate today) {
        ZoneId zone = settings.zone();
        LocalDate due = today.plusDays((long) number * 3 % 14 - 3);
        return new TaskSeed(
                customer,
                TASKS.get(number / STEP % TASKS.size()),
                null,
                number % 4 == 0 ? TaskPriority.HIGH : TaskPriority.NORMAL,
                due,
                number % 2 == 0 ? LocalTime.of(9 + number % 8, 30) : null,
                zone,
                owner.id(),
                null,
                owner.id(),
                TaskRepeat.NONE,
                due.minusDays(6).atTime(11, 0).atZone(zone).toInstant(),
                owner.name(),
                number % 9 == 6 ? due.minusDays(1).atTime(16, 0).atZone(zone).toInstant() : null);
    }

    /** What waits in the queues of the teams. */
    private List<TaskSeed> queues(List<Member> staff, List<Long> ids, LocalDate today) {
        Member manager = staff.get(1);
        List<TaskSeed> waiting = new ArrayList<>();
        List<String> titles = List.of(
                "Retornar a ligação sobre a nota fiscal",
                "Confirmar o recebimento da troca",
                "Ligar para quem pediu catálogo no site",
                "Rever a lista de clientes sem e-mail");
        for (int i = 0; i < titles.size(); i++) {
            waiting.add(new TaskSeed(
                    i == titles.size() - 1 ? null : ids.get(20 + i),
                    titles.get(i),
                    null,
                    i == 0 ? TaskPriority.HIGH : TaskPriority.NORMAL,
                    today.plusDays(i),
                    null,
                    settings.zone(),
                    null,
                    manager.teamId(),
                    manager.id(),
                    i == titles.size() - 1 ? TaskRepeat.MONTHLY : TaskRepeat.NONE,
                    today.minusDays(1).atTime(17, 0).atZone(settings.zone()).toInstant(),
                    manager.name(),
                    null));
        }
        return waiting;
    }
}

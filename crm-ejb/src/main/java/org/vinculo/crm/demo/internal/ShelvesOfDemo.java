package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.Conditions;
import org.vinculo.crm.party.CustomFieldForm;
import org.vinculo.crm.party.CustomPortal;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.PartySeed;

/** How the demo company keeps its customers in order: what it notes of them besides, its tags, lists and a shared view. */
@ApplicationScoped
public class ShelvesOfDemo {

    static final int FIELDS = 4;

    private static final String WHO = "demo";
    private static final int MOST = 80;

    private static final List<String> MACHINES = List.of("propria", "comodato", "nenhuma");
    private static final List<String> ROASTS = List.of("clara", "media", "media,escura", "escura");

    @Inject
    PartySeed seed;

    void write(List<Client> story, List<Long> ids, List<Member> staff, LocalDate today) {
        fields();
        Map<Long, Map<String, String>> values = new LinkedHashMap<>();
        List<Long> cafes = new ArrayList<>();
        List<Long> guests = new ArrayList<>();
        List<Long> samples = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            Client.Who who = story.get(i).who();
            boolean company = who.kind() == CustomerKind.ORGANISATION;
            boolean buys = !story.get(i).orders().isEmpty();
            long id = ids.get(i);
            if (company && buys) {
                cafes.add(id);
                guests.add(id);
                values.put(id, company(cafes.size(), today));
            } else if (company) {
                samples.add(id);
            } else if (buys && (story.get(i).signIn() != null || values.size() < MOST && i % 3 == 0)) {
                values.put(id, Map.of("torra", ROASTS.get(i % ROASTS.size())));
                guests.add(id);
            }
        }
        seed.fill(values);
        seed.group(GroupKind.TAG, "Cafeteria", null, some(cafes, 2), WHO);
        seed.group(GroupKind.TAG, "Embaixador", "Indica a casa a amigos e deixa citar o nome.", some(guests, 9), WHO);
        seed.group(GroupKind.TAG, "Pediu amostra", null, some(samples, 2), WHO);
        seed.group(
                GroupKind.LIST,
                "Convidados da degustação de dezembro",
                "Confirmar presença por telefone até uma semana antes.",
                some(guests, 5),
                WHO);
        seed.group(
                GroupKind.LIST,
                "Visitas da feira a retomar",
                "Quem levou amostra e ainda não respondeu.",
                some(samples, 3),
                WHO);
        Condition machine = new Condition.Test("x.maquina", Condition.Operator.IS, List.of("comodato"));
        seed.sharedView(
                staff.get(Math.min(1, staff.size() - 1)).id(),
                "Máquinas em comodato",
                "stage=CUSTOMER&kind=ORGANISATION&where="
                        + URLEncoder.encode(Conditions.write(machine), StandardCharsets.UTF_8));
    }

    private void fields() {
        CustomFieldForm kilos = field("kgMes", CustomType.NUMBER, "Coffee a month (kg)");
        kilos.setLabelPt("Café por mês (kg)");
        kilos.setLabelEs("Café al mes (kg)");
        kilos.setHelp("O que o cliente diz consumir, de todas as marcas.");
        seed.field(kilos);
        CustomFieldForm machine = field("maquina", CustomType.CHOICE, "Espresso machine");
        machine.setLabelPt("Máquina de espresso");
        machine.setLabelEs("Máquina de espresso");
        machine.setChoices("propria = Própria\ncomodato = Em comodato\nnenhuma = Nenhuma\n");
        seed.field(machine);
        CustomFieldForm until = field("contratoAte", CustomType.DATE, "Contract until");
        until.setLabelPt("Contrato até");
        until.setLabelEs("Contrato hasta");
        until.setPortal(CustomPortal.SHOWN);
        seed.field(until);
        CustomFieldForm roast = field("torra", CustomType.MULTI, "Favourite roast");
        roast.setLabelPt("Torra preferida");
        roast.setLabelEs("Tueste preferido");
        roast.setChoices("clara = Clara\nmedia = Média\nescura = Escura\n");
        roast.setPortal(CustomPortal.EDITABLE);
        seed.field(roast);
    }

    private static CustomFieldForm field(String code, CustomType type, String label) {
        CustomFieldForm form = new CustomFieldForm();
        form.setCode(code);
        form.setType(type);
        form.setLabel(label);
        return form;
    }

    private static Map<String, String> company(int place, LocalDate today) {
        String machine = MACHINES.get(place % MACHINES.size());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kgMes", String.valueOf(6 + place * 7 % 53));
        values.put("maquina", machine);
        if (machine.equals("comodato")) {
            values.put("contratoAte", today.plusDays(20L + place * 37L % 340).toString());
        }
        return values;
    }

    /** Every so many of them, and not too many. */
    private static List<Long> some(List<Long> ids, int every) {
        List<Long> some = new ArrayList<>();
        for (int i = 0; i < ids.size() && some.size() < MOST; i += every) {
            some.add(ids.get(i));
        }
        return some;
    }
}

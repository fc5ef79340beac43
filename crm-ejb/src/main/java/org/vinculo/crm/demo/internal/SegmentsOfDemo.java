package org.vinculo.crm.demo.internal;

import static org.vinculo.crm.segment.SegmentOperator.ALLOWED;
import static org.vinculo.crm.segment.SegmentOperator.AT_LEAST;
import static org.vinculo.crm.segment.SegmentOperator.DID;
import static org.vinculo.crm.segment.SegmentOperator.IS;
import static org.vinculo.crm.segment.SegmentOperator.LONGER_AGO;
import static org.vinculo.crm.segment.SegmentOperator.WITHIN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.segment.SegmentCondition;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.Segments;

/** The groups of customers that the demo company works with. */
@ApplicationScoped
public class SegmentsOfDemo {

    private static final int QUARTER = 90;
    private static final int YEAR = 365;

    @Inject
    Segments segments;

    void write(List<Member> staff) {
        long marketing = staff.get(Math.min(3, staff.size() - 1)).id();
        long manager = staff.get(Math.min(1, staff.size() - 1)).id();
        segments.seed(
                marketing,
                "Nossos melhores no Brasil",
                "Para convites e agradecimentos; nunca para campanhas de desconto.",
                SegmentRule.of(
                        SegmentCondition.of(SegmentField.COUNTRY, IS, "BR"),
                        SegmentCondition.of(SegmentField.TIER, IS, "MVC", "MGC")));
        segments.seed(
                marketing,
                "Podem receber ofertas por e-mail",
                "Quem aceitou ofertas e ainda compra.",
                SegmentRule.of(
                        SegmentCondition.of(SegmentField.MAY_CONTACT, ALLOWED, "offers", "EMAIL"),
                        SegmentCondition.of(SegmentField.LAST_PURCHASE, WITHIN).within(YEAR)));
        segments.seed(
                manager,
                "Em risco e sem contato",
                "Valiosos que se calaram e com quem ninguém falou no trimestre.",
                new SegmentRule(
                        true,
                        List.of(
                                new SegmentRule.Group(
                                        false,
                                        List.of(
                                                SegmentCondition.of(SegmentField.PHASE, IS, "AT_RISK"),
                                                SegmentCondition.of(SegmentField.RISK, AT_LEAST, "0.5"))),
                                new SegmentRule.Group(
                                        true,
                                        List.of(SegmentCondition.of(SegmentField.LAST_CONTACT, LONGER_AGO)
                                                .within(QUARTER))))));
        segments.seed(
                manager,
                "Compradores frequentes",
                "Três compras ou mais em doze meses.",
                SegmentRule.of(SegmentCondition.of(SegmentField.PURCHASES, AT_LEAST, "3")
                        .within(YEAR)));
        segments.seed(
                marketing,
                "Falamos por WhatsApp",
                null,
                SegmentRule.of(SegmentCondition.of(SegmentField.SPOKE_BY, DID, "WHATSAPP")
                        .within(YEAR)));
    }
}

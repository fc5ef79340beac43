package org.vinculo.crm.purchase.internal;

import static org.vinculo.crm.shared.PersonalPurpose.CONTRACT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalGround;
import org.vinculo.crm.shared.PersonalTable;

/** What was bought stays for the tax authorities, without the person. */
@ApplicationScoped
public class PurchasePersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "purchase";
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("purchase_sum", CONTRACT)
                        .orderedBy("customer_id")
                        .notGiven()
                        .hides("currency", "kind")
                        .kept(PersonalGround.TAX),
                PersonalTable.of("purchase", CONTRACT)
                        .gives("document_number", "purchased_on", "kind", "channel", "net_total", "currency")
                        .collected("recorded_at", "recorded_by")
                        .origin("origin")
                        .hides("public_id", "purchase_key", "return_of")
                        .kept(PersonalGround.TAX),
                PersonalTable.of("purchase_line", CONTRACT)
                        .gives("product", "description", "quantity", "unit_price", "discount", "amount")
                        .hides("row_key")
                        .kept(PersonalGround.TAX));
    }
}

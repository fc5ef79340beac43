package org.vinculo.crm.interaction.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;

/** Conversations. */
@ApplicationScoped
public class InteractionPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "interaction";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("last_contact", RELATIONSHIP)
                        .orderedBy("customer_id")
                        .notGiven(),
                PersonalTable.of("message_read", RELATIONSHIP).collected("read_until", null),
                PersonalTable.of("interaction", RELATIONSHIP)
                        .gives("channel", "direction", "purpose", "topic", "body", "outcome", "started_at", "ended_at")
                        .collected("created_at", "staff_name")
                        .hides(
                                "public_id",
                                "external_id",
                                "customer_zone",
                                "visibility",
                                "cost_currency",
                                "related_type")
                        .hides("related_id", "corrected_by", "deleted_by", "search_text"),
                PersonalTable.of("mail_message", RELATIONSHIP)
                        .where(PersonalRows.OF_CUSTOMER + " or (customer_id is null and (lower(from_address) in ("
                                + PersonalRows.ADDRESSES + ") or lower(to_address) in (" + PersonalRows.ADDRESSES
                                + ")))")
                        .gives("direction", "from_name", "from_address", "to_address", "subject", "body", "sent_at")
                        .collected("received_at", null)
                        .hides(
                                "public_id",
                                "message_key",
                                "message_id",
                                "root_key",
                                "refused_files",
                                "state",
                                "failed"));
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of("mailbox", "the company's own mailboxes and how far they were read");
    }
}

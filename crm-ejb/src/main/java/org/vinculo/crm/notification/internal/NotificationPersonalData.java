package org.vinculo.crm.notification.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.RetentionRule;

/** Mails to and about a customer, sent or still waiting. */
@ApplicationScoped
public class NotificationPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "notification";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("notice", RELATIONSHIP)
                        .collected("made_at", null)
                        .notGiven()
                        .hides("public_id", "icon", "title", "note", "link", "idempotency_key"),
                PersonalTable.of("outbox_message", RELATIONSHIP)
                        .where(PersonalRows.OF_CUSTOMER + " or (customer_id is null and lower(to_address) in ("
                                + PersonalRows.ADDRESSES + "))")
                        .gives("to_address", "subject", "body", "state", "sent_at")
                        .collected("created_at", null)
                        .hides("language", "idempotency_key", "error", "claimed_by", "public_id", "in_reply_to")
                        .hides("reference_ids", "calendar_text", "calendar_method", "file_ids", "purpose"));
    }

    @Override
    public List<RetentionRule> retention() {
        return List.of(new RetentionRule(
                "mails",
                "outbox_message",
                "body is not null and state in ('SENT', 'FAILED') and created_at < ?1",
                Map.of("body", "null"),
                365,
                7));
    }
}

package org.vinculo.crm.audit.internal;

import static org.vinculo.crm.shared.PersonalPurpose.PROOF;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalGround;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.RetentionRule;

/** The trail keeps that something was done, not the values. */
@ApplicationScoped
public class AuditPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "audit";
    }

    @Override
    public int order() {
        return 200;
    }

    private static final String ABOUT_ACCOUNTS =
            "(entity = 'account' and entity_id in (select x.public_id from account x" + " where x.id in ("
                    + PersonalRows.ACCOUNTS + ")))";

    private static final String BY_ACCOUNTS =
            "(actor_kind = 'CUSTOMER' and actor_id in (" + PersonalRows.ACCOUNTS + "))";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("audit_entry", PROOF)
                        .where("customer_id = ?1 or " + ABOUT_ACCOUNTS + " or " + BY_ACCOUNTS)
                        .gives("action", "entity", "detail", "changes", "actor_kind")
                        .collected("made_at", null)
                        .hides("entity_id", "correlation_id")
                        .anonymised(PersonalGround.PROOF)
                        .empties("detail", "changes"),
                PersonalTable.of("audit_entry", "audit_actor", PROOF)
                        .where(BY_ACCOUNTS)
                        .hides("actor_name", "ip")
                        .notGiven()
                        .anonymised(PersonalGround.PROOF)
                        .empties("actor_name", "ip"),
                PersonalTable.of("record_view", PROOF)
                        .gives("viewed_on", "kind", "views")
                        .hides("actor_kind"));
    }

    @Override
    public List<RetentionRule> retention() {
        return List.of(
                RetentionRule.rows("views", "record_view", "last_at < ?1", 730, 90),
                new RetentionRule(
                        "auditValues",
                        "audit_entry",
                        "changes is not null and made_at < ?1",
                        Map.of("changes", "null"),
                        1825,
                        365));
    }
}

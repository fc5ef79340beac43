package org.vinculo.crm.value.internal;

import static org.vinculo.crm.shared.PersonalPurpose.PROFILE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;

/** What was computed about the customer, and the decisions that followed. */
@ApplicationScoped
public class ValuePersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "value";
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("customer_value", PROFILE)
                        .orderedBy("customer_id")
                        .gives("tier", "tier_since", "phase", "phase_since", "ltv", "p_alive", "expected_purchases")
                        .gives("contribution", "net_revenue", "rfm_cell", "recency_days", "frequency", "monetary")
                        .gives("churn_risk", "hand_tier", "hand_until", "currency", "cohort")
                        .collected("computed_at", null)
                        .hides("model", "flags", "peer_group", "tier_reason", "tier_suggested", "phase_rule"),
                PersonalTable.of("customer_history", PROFILE)
                        .orderedBy("customer_id")
                        .gives("first_on", "last_on", "orders", "spent", "returned", "phase", "phase_since")
                        .hides("peer_group", "phase_rule"),
                PersonalTable.of("customer_churn", PROFILE)
                        .orderedBy("customer_id")
                        .gives("chance", "main_factor"),
                PersonalTable.of("churn_lesson", PROFILE)
                        .orderedBy("customer_id")
                        .notGiven(),
                PersonalTable.of("value_stale", PROFILE)
                        .orderedBy("customer_id")
                        .notGiven(),
                PersonalTable.of("path_check", PROFILE)
                        .where("choice_id in (select h.id from path_choice h where h." + PersonalRows.OF_CUSTOMER + ")")
                        .orderedBy("choice_id")
                        .notGiven(),
                PersonalTable.of("path_choice", PROFILE)
                        .gives("note", "ltv_before", "ltv_expected", "ended_at", "ended_by", "currency")
                        .collected("chosen_at", "chosen_by")
                        .hides("public_id"),
                PersonalTable.of("tier_change", PROFILE)
                        .gives("from_tier", "to_tier", "reason", "note")
                        .collected("changed_at", "changed_by")
                        .hides("inputs_hash"),
                PersonalTable.of("tier_override", PROFILE)
                        .gives("tier", "reason", "valid_until", "asked_by", "ended_at", "ended_by")
                        .collected("decided_at", "decided_by")
                        .hides("public_id"),
                PersonalTable.of("tier_review", PROFILE)
                        .gives(
                                "state",
                                "present_tier",
                                "wanted_tier",
                                "question",
                                "answer",
                                "answered_at",
                                "answered_by")
                        .collected("asked_at", "asked_by")
                        .hides("public_id"),
                PersonalTable.of("phase_change", PROFILE)
                        .orderedBy("place")
                        .gives("changed_on", "from_phase", "to_phase", "left_on")
                        .hides("rule_name"),
                PersonalTable.of("phase_event", PROFILE)
                        .gives("happened_on", "kind", "reason", "note")
                        .collected("recorded_at", "recorded_by")
                        .hides("public_id"),
                PersonalTable.of("affinity_dismissal", PROFILE)
                        .gives("product", "reason", "silent_until")
                        .collected("dismissed_at", "dismissed_by")
                        .hides("public_id"));
    }
}

package org.vinculo.crm.party.internal;

import static java.util.Map.entry;
import static org.vinculo.crm.shared.PersonalPurpose.PROOF;
import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalGround;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;

/** The customer goes last: the other rooms find their rows by what is kept here. */
@ApplicationScoped
public class PartyPersonalData implements PersonalDataPart {

    private static final String MERGES =
            "survivor_id in (" + PersonalRows.CUSTOMERS + ") or merged_id in (" + PersonalRows.CUSTOMERS + ")";

    @Override
    public String room() {
        return "party";
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("customer_merge_row", PROOF)
                        .where("merge_id in (select g.id from customer_merge g where " + MERGES + ")")
                        .hides("table_name", "action", "row_ids", "before_row", "after_row")
                        .notGiven(),
                PersonalTable.of("customer_merge", PROOF)
                        .where(MERGES)
                        .gives("split_at", "split_by")
                        .collected("merged_at", "merged_by")
                        .hides("public_id", "survivor_before", "merged_before"),
                PersonalTable.of("duplicate_pair", PROOF)
                        .where("first_id in (" + PersonalRows.CUSTOMERS + ") or second_id in (" + PersonalRows.CUSTOMERS
                                + ")")
                        .gives("state", "decided_at", "decided_by")
                        .collected("found_at", null)
                        .hides("public_id", "parts"),
                PersonalTable.of("customer_match_key", RELATIONSHIP)
                        .orderedBy("match_key")
                        .hides("match_key")
                        .notGiven(),
                PersonalTable.of("customer_match", RELATIONSHIP)
                        .orderedBy("customer_id")
                        .notGiven(),
                PersonalTable.of("search_record", RELATIONSHIP)
                        .orderedBy("record_id")
                        .hides("token", "kind")
                        .notGiven(),
                PersonalTable.of("search_spelling", RELATIONSHIP)
                        .where("word in (select t.token from search_customer t where t.customer_id in ("
                                + PersonalRows.CUSTOMERS + ") and not exists (select 1 from search_customer u"
                                + " where u.token = t.token and u.customer_id not in (" + PersonalRows.CUSTOMERS
                                + ")))")
                        .orderedBy("word")
                        .hides("variant", "word")
                        .notGiven(),
                PersonalTable.of("customer_relation", RELATIONSHIP)
                        .where("from_id in (" + PersonalRows.CUSTOMERS + ") or to_id in (" + PersonalRows.CUSTOMERS
                                + ")")
                        .gives("relation_type", "valid_from", "valid_to", "note")
                        .collected("recorded_at", "recorded_by")
                        .hides("public_id"),
                PersonalTable.of("partner_account", RELATIONSHIP)
                        .gives("partner_kind", "territory", "product_scope", "since", "until")
                        .hides("public_id"),
                PersonalTable.of("customer_group_member", RELATIONSHIP)
                        .orderedBy("group_id")
                        .collected("added_at", "added_by"),
                PersonalTable.of("bulk_change", PROOF)
                        .hides("before_value", "refusal")
                        .notGiven(),
                PersonalTable.of("custom_value", RELATIONSHIP)
                        .looksUp(
                                "field_label",
                                "(select f.label from custom_field f where f.id = custom_value.field_id)")
                        .gives("text_value", "number_value", "date_value")
                        .hides("text_key"),
                PersonalTable.of("customer_need", RELATIONSHIP)
                        .gives("kind", "need_text", "basis", "origin_note", "confirmed_at", "confirmed_by")
                        .collected("collected_at", "collected_by")
                        .origin("origin")
                        .hides("public_id"),
                PersonalTable.of("search_customer", RELATIONSHIP)
                        .orderedBy("token")
                        .hides("token", "list_name")
                        .notGiven(),
                PersonalTable.of("contact_point", RELATIONSHIP)
                        .gives("point_type", "point_value", "label", "street", "street_extra", "district", "city")
                        .gives("region", "postal_code", "country", "verified_at", "valid_from", "valid_to")
                        .collected("collected_at", "collected_by")
                        .origin("origin")
                        .hides("public_id", "normal_value", "phone_tail"),
                PersonalTable.of("customer", RELATIONSHIP)
                        .where("id = ?1 or merged_into_id = ?1")
                        .gives("display_name", "given_name", "family_name", "birth_date", "tax_id", "external_id")
                        .gives("kind", "stage", "preferred_language", "zone", "city", "country", "notes")
                        .gives("acquired_from", "acquired_via")
                        .collected("created_at", "created_by")
                        .hides("public_id", "sort_name", "name_key", "tax_id_key", "deleted_by")
                        .anonymised(PersonalGround.TAX)
                        .empties("given_name", "family_name", "birth_date", "tax_id", "tax_id_key", "external_id")
                        .empties("notes", "city", "zone", "acquired_from")
                        .puts("display_name", "'-'")
                        .puts("sort_name", "'-'")
                        .puts("name_key", "'-'")
                        .puts("created_by", "'-'")
                        .puts("version", "version + 1")
                        .puts("erased_at", "current_timestamp")
                        .puts("deleted_at", "coalesce(deleted_at, current_timestamp)"));
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.ofEntries(
                entry("address_proof", "hashes of links that were sent, gone with the contact point"),
                entry("customer_list_choice", "the columns that a member of staff likes to see"),
                entry("duplicate_scan", "counts of a search for duplicates"),
                entry("duplicate_block", "keys that too many customers share to be compared"),
                entry("search_state", "how far the search was laid out"),
                entry("customer_group", "tags and lists, named by staff"),
                entry("customer_view", "saved views of staff"),
                entry("bulk_run", "what was done to many customers at once"),
                entry("custom_field", "fields that an administrator added"),
                entry("quality_horizon", "the day before which data count as old"));
    }
}

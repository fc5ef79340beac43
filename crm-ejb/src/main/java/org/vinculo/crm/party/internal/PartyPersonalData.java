package org.vinculo.crm.party.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalGround;
import org.vinculo.crm.shared.PersonalTable;

/** The customer goes last: the other rooms find their rows by what is kept here. */
@ApplicationScoped
public class PartyPersonalData implements PersonalDataPart {

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
                PersonalTable.of("customer_need", RELATIONSHIP)
                        .gives("kind", "need_text", "basis", "origin_note", "confirmed_at", "confirmed_by")
                        .collected("collected_at", "collected_by")
                        .origin("origin")
                        .hides("public_id"),
                PersonalTable.of("customer_token", RELATIONSHIP)
                        .orderedBy("token")
                        .hides("token")
                        .notGiven(),
                PersonalTable.of("contact_point", RELATIONSHIP)
                        .gives("point_type", "point_value", "label", "street", "street_extra", "district", "city")
                        .gives("region", "postal_code", "country", "verified_at", "valid_from", "valid_to")
                        .collected("collected_at", "collected_by")
                        .origin("origin")
                        .hides("public_id", "normal_value", "phone_tail"),
                PersonalTable.of("customer", RELATIONSHIP)
                        .where("id = ?1")
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
        return Map.of("customer_list_choice", "the columns that a member of staff likes to see");
    }
}

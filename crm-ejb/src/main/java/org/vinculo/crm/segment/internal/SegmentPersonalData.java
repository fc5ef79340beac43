package org.vinculo.crm.segment.internal;

import static org.vinculo.crm.shared.PersonalPurpose.PROFILE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;

/** Lists of customers that were frozen on a day. */
@ApplicationScoped
public class SegmentPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "segment";
    }

    @Override
    public int order() {
        return 710;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("segment_member", PROFILE)
                .orderedBy("snapshot_id")
                .notGiven());
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of(
                "segment", "rules by which customers are gathered, written by staff",
                "segment_snapshot", "when a segment was frozen");
    }
}

package org.vinculo.crm.exchange.internal;

import static org.vinculo.crm.shared.PersonalPurpose.PROOF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.exchange.internal.run.FileSearch;
import org.vinculo.crm.exchange.internal.run.OldFiles;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.PersonalTrace;
import org.vinculo.crm.shared.RetentionRule;

/** Imported files that are still there, and what imports remember of a customer. */
@ApplicationScoped
public class ExchangePersonalData implements PersonalDataPart {

    private static final String IMPORT_FILES = "importFiles";

    @Inject
    FileSearch search;

    @Inject
    OldFiles old;

    @Override
    public String room() {
        return "exchange";
    }

    /** Before conversations and purchases, whose former states are found by them. */
    @Override
    public int order() {
        return 350;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("import_changed", PROOF)
                .where("(what = 'CUSTOMER' and entity_id = ?1)"
                        + " or (what = 'INTERACTION' and entity_id in"
                        + " (select i.id from interaction i where i.customer_id = ?1))"
                        + " or (what = 'PURCHASE_LINE' and entity_id in"
                        + " (select l.id from purchase_line l where l.customer_id = ?1))")
                .hides("what", "state_before")
                .notGiven());
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of(
                "import_file",
                        "names of files and how they were understood; their content is looked through as a trace",
                "import_job", "counts of rows",
                "import_note", "rows that could not be taken over; looked through as a trace",
                "import_created", "numbers of records",
                "import_memory", "how columns were understood");
    }

    @Override
    public List<PersonalTrace> traces(long customerId) {
        FileSearch.Found found = search.find(customerId);
        return List.of(
                new PersonalTrace("import_file", found.files().size()),
                new PersonalTrace("import_note", found.notes().size()));
    }

    @Override
    public void eraseTraces(long customerId) {
        search.remove(search.find(customerId));
    }

    @Override
    public List<RetentionRule> retention() {
        return List.of(RetentionRule.byRoom(IMPORT_FILES, 30, 1));
    }

    @Override
    public long overdue(String rule, Instant before) {
        return rule.equals(IMPORT_FILES) ? old.count(before) : 0;
    }

    @Override
    public long remove(String rule, Instant before, int atMost) {
        return rule.equals(IMPORT_FILES) ? old.remove(before, atMost) : 0;
    }
}

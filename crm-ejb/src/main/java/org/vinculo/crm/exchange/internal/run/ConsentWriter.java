package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentImport;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.PastWord;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.exchange.ConsentEvidence;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.row.CustomerRow;
import org.vinculo.crm.identity.Caller;

/** Takes the consents of a file over, with the evidence that the profile gives; without it the file is refused. */
@ApplicationScoped
public class ConsentWriter {

    /** A column of consent means advertising by e-mail; finer words are said in the preference centre. */
    private static final String PURPOSE = "offers";

    @Inject
    ConsentImport consents;

    public void write(Map<Long, CustomerRow> rows, ImportPlan plan, Assignment assignment) {
        if (!plan.columns().containsKey(ImportField.CONSENT)) {
            return;
        }
        ConsentEvidence evidence = plan.profile().consent();
        List<PastWord> words = new ArrayList<>();
        rows.forEach((customerId, row) -> {
            LocalDate day = row.consentDate() == null && evidence.date() != null
                    ? LocalDate.parse(evidence.date())
                    : row.consentDate();
            boolean proved = day != null && !day.isAfter(assignment.today());
            if (row.consent() != null && !row.emails().isEmpty() && (proved || !row.consent())) {
                words.add(new PastWord(
                        customerId,
                        PURPOSE,
                        Channel.EMAIL,
                        row.consent() ? ConsentState.GRANTED : ConsentState.DENIED,
                        assignment.now(),
                        Caller.system(assignment.by()),
                        Source.IMPORT,
                        day,
                        evidence.source(),
                        row.emails().get(0)));
            }
        });
        consents.record(words);
    }
}

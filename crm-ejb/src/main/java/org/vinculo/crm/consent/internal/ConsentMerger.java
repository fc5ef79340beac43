package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;
import org.vinculo.crm.party.MergeRun.Row;

/**
 * Of two answers to the same question the stricter one counts: a refusal before a consent that ran out, that before one
 * that was never completed, and only where both said yes does the yes stay, with the earlier end. Silence is no answer.
 * Of the wishes the quieter ones count. The ledger tells what both said.
 *
 * <p>After a split whoever withdrew meanwhile has withdrawn for both records.
 */
@ApplicationScoped
public class ConsentMerger implements CustomerMerger {

    private static final String CONSENT = "consent";
    private static final String PREFERENCE = "contact_preference";
    private static final String STATE = "state";
    private static final String ENDS_AT = "ends_at";
    private static final String SINCE = "since";

    /** The strictest first. */
    private static final List<ConsentState> STRICTEST = List.of(
            ConsentState.WITHDRAWN,
            ConsentState.DENIED,
            ConsentState.EXPIRED,
            ConsentState.PENDING,
            ConsentState.UNKNOWN,
            ConsentState.GRANTED);

    @Override
    public Set<String> tables() {
        return Set.of(CONSENT, PREFERENCE, "consent_evidence");
    }

    @Override
    public void merge(MergeRun run) {
        strictest(run);
        quieter(run);
        run.move("consent_evidence");
    }

    private static void strictest(MergeRun run) {
        Map<String, Row> ours = byQuestion(run.rows(CONSENT, run.survivor()));
        for (Row theirs : run.rows(CONSENT, run.merged())) {
            Row own = ours.get(question(theirs));
            if (own != null) {
                run.change(CONSENT, own, stricter(own, theirs));
            }
        }
        run.moveUnlike(CONSENT, "purpose_id", "channel");
    }

    private static Map<String, String> stricter(Row own, Row theirs) {
        int ours = STRICTEST.indexOf(ConsentState.valueOf(own.get(STATE)));
        int others = STRICTEST.indexOf(ConsentState.valueOf(theirs.get(STATE)));
        Map<String, String> values = new HashMap<>();
        if (others < ours) {
            values.put(STATE, theirs.get(STATE));
            values.put(SINCE, theirs.get(SINCE));
            values.put(ENDS_AT, theirs.get(ENDS_AT));
        } else if (others == ours && ConsentState.valueOf(own.get(STATE)) == ConsentState.GRANTED) {
            values.put(ENDS_AT, earlier(own.get(ENDS_AT), theirs.get(ENDS_AT)));
        }
        return values;
    }

    private static void quieter(MergeRun run) {
        List<Row> ours = run.rows(PREFERENCE, run.survivor());
        List<Row> theirs = run.rows(PREFERENCE, run.merged());
        if (ours.isEmpty() || theirs.isEmpty()) {
            run.move(PREFERENCE);
            return;
        }
        Row own = ours.get(0);
        Row other = theirs.get(0);
        Map<String, String> values = new HashMap<>();
        values.put("stopped_at", earlier(own.get("stopped_at"), other.get("stopped_at")));
        values.put("paused_until", later(own.get("paused_until"), other.get("paused_until")));
        values.put("last_marketing_at", later(own.get("last_marketing_at"), other.get("last_marketing_at")));
        values.put("frequency", rarer(own.get("frequency"), other.get("frequency")));
        if (own.get("first_channel") == null) {
            values.put("first_channel", other.get("first_channel"));
            values.put("second_channel", other.get("second_channel"));
        }
        if (own.get("from_minute") == null) {
            for (String column : List.of("days", "from_minute", "until_minute", "zone")) {
                values.put(column, other.get(column));
            }
        }
        run.change(PREFERENCE, own, values);
    }

    @Override
    public void split(MergeRun run) {
        Map<String, Row> back = byQuestion(run.rows(CONSENT, run.merged()));
        for (Row row : run.rows(CONSENT, run.survivor())) {
            Row other = back.get(question(row));
            boolean refused = ConsentState.valueOf(row.get(STATE)).isRefusal();
            if (refused
                    && other != null
                    && isSince(row, run)
                    && stricter(other, row).containsKey(STATE)) {
                run.change(CONSENT, other, stricter(other, row));
            }
        }
        run.rows(PREFERENCE, run.survivor()).stream()
                .filter(row ->
                        row.get("stopped_at") != null && row.get("stopped_at").compareTo(run.since()) > 0)
                .forEach(row -> run.rows(PREFERENCE, run.merged()).stream()
                        .filter(other -> other.get("stopped_at") == null)
                        .forEach(other -> run.change(PREFERENCE, other, Map.of("stopped_at", row.get("stopped_at")))));
    }

    /** Whether it was said after the merge, about both. */
    private static boolean isSince(Row row, MergeRun run) {
        return row.get(SINCE).compareTo(run.since()) > 0;
    }

    private static Map<String, Row> byQuestion(List<Row> rows) {
        Map<String, Row> byQuestion = new HashMap<>();
        rows.forEach(row -> byQuestion.put(question(row), row));
        return byQuestion;
    }

    private static String question(Row row) {
        return row.get("purpose_id") + ' ' + row.get("channel");
    }

    private static String rarer(String one, String other) {
        return Frequency.valueOf(one).ordinal() >= Frequency.valueOf(other).ordinal() ? one : other;
    }

    private static String earlier(String one, String other) {
        return either(one, other, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private static String later(String one, String other) {
        return either(one, other, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private static String either(String one, String other, BinaryOperator<String> choice) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return choice.apply(one, other);
    }
}

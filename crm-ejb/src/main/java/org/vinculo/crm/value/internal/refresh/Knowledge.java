package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.vinculo.crm.value.IdipStep;

/**
 * How far the relationship went on the way of one to one: identified with a contact point, differentiated by value and needs,
 * interacted within a year, personalised by what the customer wished for.
 */
@ApplicationScoped
public class Knowledge {

    private static final int CONTACT = 1;
    private static final int NEED = 2;
    private static final int ANSWER = 4;
    private static final int WISH = 8;

    @Inject
    Bulk bulk;

    Map<Long, Integer> of(long after, long upTo, LocalDate asOf) {
        Map<Long, Integer> known = new HashMap<>();
        add(known, CONTACT, RefreshSql.WITH_CONTACT, args -> args.set(after)
                .set(upTo)
                .set(asOf));
        add(known, NEED, RefreshSql.WITH_NEED, args -> args.set(after).set(upTo));
        add(known, ANSWER, RefreshSql.WITH_ANSWER, args -> args.set(after)
                .set(upTo)
                .set(asOf.minusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        add(known, WISH, RefreshSql.WITH_WISH, args -> args.set(after).set(upTo));
        return known;
    }

    private void add(Map<Long, Integer> known, int bit, RefreshSql sql, Bulk.Question question) {
        bulk.read(sql, question, row -> known.merge(row.getLong(1), bit, (one, other) -> one | other));
    }

    /** The steps that were taken, as the sum of their bits. */
    static int idip(int known, boolean valued) {
        int steps = has(known, CONTACT) ? IdipStep.IDENTIFIED.bit() : 0;
        steps |= valued && has(known, NEED) ? IdipStep.DIFFERENTIATED.bit() : 0;
        steps |= has(known, ANSWER) ? IdipStep.INTERACTED.bit() : 0;
        steps |= has(known, WISH) && has(known, NEED) ? IdipStep.PERSONALISED.bit() : 0;
        return steps;
    }

    private static boolean has(int known, int bit) {
        return (known & bit) != 0;
    }
}

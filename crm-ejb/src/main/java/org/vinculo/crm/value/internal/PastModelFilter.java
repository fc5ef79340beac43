package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.OpenedFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.purchase.PurchasesOfDay;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.ModelPurchases;
import org.vinculo.crm.value.entity.ValueRun;

/**
 * The customers of an earlier refresh, of whom no list is kept: those with a sale of its currencies up to its day that was
 * recorded when it began. Whoever was deleted or merged since is missing. A value is the public id of the refresh, with
 * {@code .AGAIN} behind it for those who had bought on two days.
 */
@ApplicationScoped
public class PastModelFilter extends OpenedFilter {

    private static final String AGAIN = ".AGAIN";

    @Inject
    CurrentCaller caller;

    @Inject
    Runs runs;

    @Inject
    Policies policies;

    public PastModelFilter() {
        super("model", 27, Phrase.of("value.filter.figure"));
    }

    @Override
    public boolean accepts(String value) {
        return run(value).isPresent();
    }

    private Optional<ValueRun> run(String value) {
        String id = value.endsWith(AGAIN) ? value.substring(0, value.length() - AGAIN.length()) : value;
        return PublicId.isWellFormed(id) ? runs.finished(id) : Optional.empty();
    }

    @Override
    public Phrase text(String value) {
        return Phrase.of(
                value.endsWith(AGAIN) ? "value.figure.model.again" : "value.figure.model",
                run(value).orElseThrow().getAsOf());
    }

    /** As with every figure of the whole base. */
    @Override
    public boolean permitted() {
        return caller.scope(Permission.VALUE_VIEW) == Scope.ALL;
    }

    @Override
    public SqlText condition(String value) {
        PurchasesOfDay sales = sales(run(value).orElseThrow());
        SqlText sql = SqlText.empty().sqlPart("exists (select 1 from purchase p where p.customer_id = c.id");
        of(sql, "p", sales);
        if (value.endsWith(AGAIN)) {
            sql.sqlPart(" and exists (select 1 from purchase q where q.customer_id = p.customer_id"
                    + " and q.purchased_on > p.purchased_on");
            of(sql, "q", sales).sqlPart(")");
        }
        return sql.sqlPart(")");
    }

    private PurchasesOfDay sales(ValueRun run) {
        return run.purchases(
                ModelPurchases.SALES,
                policies.value(run.getPolicyNumber()).settings().rates().keySet());
    }

    private static SqlText of(SqlText sql, String purchase, PurchasesOfDay sales) {
        return sql.sqlPart(" and " + purchase + ".kind = ")
                .value(sales.kind())
                .sqlPart(" and " + purchase + ".currency in (")
                .values(sales.currencies())
                .sqlPart(") and " + purchase + ".purchased_on <= ")
                .value(sales.until())
                .sqlPart(" and " + purchase + ".recorded_at <= ")
                .value(sales.recordedUntil());
    }
}

package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.party.ColumnSort;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.Money;

/** "Lifetime value" in the list of customers, for those who see the figures of everybody in it. */
@ApplicationScoped
public class ValueColumn implements CustomerColumn {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    WholeReach reach;

    @Override
    public String id() {
        return "value";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Phrase title() {
        return Phrase.of("value.figure.ltv");
    }

    @Override
    public boolean ofNumbers() {
        return true;
    }

    @Override
    public boolean permitted() {
        return reach.isWhole();
    }

    @Override
    public Optional<ColumnSort> sort() {
        return Optional.of(ColumnSort.number("customer_value", "ltv"));
    }

    @Override
    public Map<Long, Phrase> values(Collection<Long> customerIds) {
        Map<Long, Phrase> values = new HashMap<>();
        if (!customerIds.isEmpty()) {
            em.createQuery(
                            "select v.customerId, v.ltv, v.currency from CustomerValue v where v.customerId in :ids"
                                    + " and v.ltv is not null",
                            Object[].class)
                    .setParameter("ids", customerIds)
                    .getResultStream()
                    .forEach(row -> values.put((Long) row[0], amount((Double) row[1], (String) row[2])));
        }
        return values;
    }

    private static Phrase amount(double value, String currency) {
        return Phrase.value(new Money(BigDecimal.valueOf(value), currency));
    }
}

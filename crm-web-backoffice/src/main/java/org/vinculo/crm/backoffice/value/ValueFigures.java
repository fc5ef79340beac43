package org.vinculo.crm.backoffice.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.value.Tier;

/** Figures as pages show them: {@code #{figures.code(row.tier)}}. */
@Named("figures")
@ApplicationScoped
public class ValueFigures {

    /** The tier as the tag of tiers calls it. */
    public String code(Tier tier) {
        return tier == Tier.INTERMEDIATE ? "INT" : tier.name();
    }

    /** Whether nobody did it: the name that stands for the system is none a reader knows. */
    public boolean bySystem(String name) {
        return "system".equals(name);
    }

    /** An expected amount to whole cents, or null. */
    public Money money(Number amount, String currency) {
        if (amount == null || currency == null) {
            return null;
        }
        BigDecimal exact = amount instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(amount.doubleValue());
        return new Money(exact.setScale(2, RoundingMode.HALF_EVEN), currency);
    }

    /** A share of one as per cent. */
    public Double percent(Double share) {
        return share == null ? null : Double.valueOf(100 * share);
    }
}

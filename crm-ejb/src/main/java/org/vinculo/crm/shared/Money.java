package org.vinculo.crm.shared;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in a currency, four decimals as stored.
 *
 * @param amount never null, scale 4
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Serializable {

    public static final int SCALE = 4;

    /** @throws IllegalArgumentException when the currency is not an ISO 4217 code */
    public Money {
        Objects.requireNonNull(amount);
        Currency.getInstance(currency);
        amount = amount.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("different currencies");
        }
        return new Money(amount.add(other.amount), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }
}

package org.vinculo.crm.value.internal.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** Money of other currencies in the one of the figures, as far as the settings say what it is worth. */
public record Exchange(String currency, Map<String, BigDecimal> rates) {

    private static final int SCALE = 4;

    /** Empty when there is no rate. */
    public Optional<BigDecimal> of(BigDecimal amount, String from) {
        if (currency.equals(from)) {
            return Optional.of(amount);
        }
        BigDecimal rate = rates.get(from);
        return rate == null
                ? Optional.empty()
                : Optional.of(amount.multiply(rate).setScale(SCALE, RoundingMode.HALF_EVEN));
    }
}

package org.vinculo.crm.value.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierSettings;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.ValueSettings;

/** What a policy may say. */
public final class PolicyRules {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private PolicyRules() {}

    /** @throws InvalidInput with every field that is out of range */
    public static void check(TierSettings wanted) {
        List<FieldError> errors = new ArrayList<>();
        between(errors, "newDays", wanted.newDays(), 0, 3650);
        between(errors, "newPurchases", wanted.newPurchases(), 0, 1000);
        between(errors, "bestShareOfValue", wanted.bestShareOfValue(), 0, 1);
        between(errors, "fewestBest", wanted.fewestBest(), 0, 1);
        between(errors, "mostBest", wanted.mostBest(), Math.max(0, wanted.fewestBest()), 1);
        between(errors, "growthQuantile", wanted.growthQuantile(), 0, 100);
        between(errors, "band", wanted.band(), 0, 0.9);
        between(errors, "confirmations", wanted.confirmations(), 1, 30);
        for (Tier tier : Tier.values()) {
            TierTreatment treatment = wanted.treatments().get(tier);
            if (treatment == null) {
                errors.add(FieldError.of("treatments", "required"));
            } else {
                check(errors, tier, treatment);
            }
        }
        InvalidInput.throwIfAny(errors);
    }

    private static void check(List<FieldError> errors, Tier tier, TierTreatment treatment) {
        String row = "treatments[" + tier.ordinal() + "].";
        between(
                errors,
                row + "serviceMultiplier",
                treatment.serviceMultiplier(),
                new BigDecimal("0.05"),
                BigDecimal.TEN);
        between(errors, row + "discountCeiling", treatment.discountCeiling(), BigDecimal.ZERO, BigDecimal.ONE);
        between(errors, row + "incentiveBudget", treatment.incentiveBudget(), BigDecimal.ZERO, LARGEST);
        between(errors, row + "cadenceDays", treatment.cadenceDays(), 1, 3650);
    }

    /** @throws InvalidInput with every field that is out of range */
    public static void check(ValueSettings wanted) {
        List<FieldError> errors = new ArrayList<>();
        boolean known = wanted.currency() == null
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(each -> each.getCurrencyCode().equals(wanted.currency()));
        if (!known) {
            errors.add(FieldError.of("currency", "currency"));
        }
        wanted.rates().forEach((currency, rate) -> {
            if (rate == null || rate.signum() <= 0) {
                errors.add(FieldError.of("rates", "number"));
            }
        });
        between(errors, "rfmWindowDays", wanted.rfmWindowDays(), 0, 36500);
        between(errors, "horizonMonths", wanted.horizonMonths(), 1, 120);
        between(errors, "monthlyRate", wanted.monthlyRate(), 0, 0.5);
        between(errors, "weeksPerMonth", wanted.weeksPerMonth(), 4, 5);
        between(errors, "fewestRepeaters", wanted.fewestRepeaters(), 2, 1_000_000);
        between(errors, "retention", wanted.retention(), 0, 1);
        between(errors, "pausePercent", wanted.pausePercent(), 1, 100);
        between(errors, "fewestPauses", wanted.fewestPauses(), 1, 100);
        between(errors, "usualPauseDays", wanted.usualPauseDays(), 1, 3650);
        between(errors, "lapsedFactor", wanted.lapsedFactor(), 1.01, 100);
        between(errors, "expansionPercent", wanted.expansionPercent(), 1, 1000);
        InvalidInput.throwIfAny(errors);
    }

    private static void between(List<FieldError> errors, String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            errors.add(FieldError.of(field, "value.error.between", plain(least), plain(most)));
        }
    }

    private static void between(
            List<FieldError> errors, String field, BigDecimal value, BigDecimal least, BigDecimal most) {
        if (value == null) {
            errors.add(FieldError.of(field, "required"));
        } else if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            errors.add(FieldError.of(field, "value.error.between", least.toPlainString(), most.toPlainString()));
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    public static TierSettings next(TierSettings wanted, int after, Instant at, String by) {
        return new TierSettings(
                after + 1,
                wanted.newDays(),
                wanted.newPurchases(),
                wanted.bestShareOfValue(),
                wanted.fewestBest(),
                wanted.mostBest(),
                wanted.growthQuantile(),
                wanted.band(),
                wanted.confirmations(),
                wanted.treatments(),
                at,
                by,
                wanted.reason());
    }

    public static ValueSettings next(ValueSettings wanted, int after, Instant at, String by) {
        return new ValueSettings(
                after + 1,
                wanted.currency(),
                wanted.rates(),
                wanted.measure(),
                wanted.rfmDefinition(),
                wanted.rfmFrequency(),
                wanted.rfmWindowDays(),
                wanted.horizonMonths(),
                wanted.monthlyRate(),
                wanted.weeksPerMonth(),
                wanted.fewestRepeaters(),
                wanted.retention(),
                wanted.pausePercent(),
                wanted.fewestPauses(),
                wanted.usualPauseDays(),
                wanted.lapsedFactor(),
                wanted.expansionPercent(),
                wanted.fixedAsOf(),
                at,
                by,
                wanted.reason());
    }
}

package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How figures are made; a version of the settings of the house.
 *
 * @param number of the version
 * @param currency of all figures, or null for the one of most purchases
 * @param rates what one unit of another currency is worth; purchases in currencies without a rate are left out and counted
 * @param rfmWindowDays how far back recency, frequency and monetary value look, 0 for everything
 * @param horizonMonths how far into the future a lifetime value looks
 * @param monthlyRate discount per month, 0.01 for one per cent
 * @param weeksPerMonth length of a month in the lifetime value
 * @param fewestRepeaters customers with a repeat purchase below which no model is trusted
 * @param retention share of customers kept over the horizon where no model is trusted, 0 to 1
 * @param pausePercent of a customer's own pauses that are shorter than a worrying one
 * @param fewestPauses from which the customer's own pauses count
 * @param usualPauseDays worrying pause of customers with fewer
 * @param lapsedFactor multiple of a worrying pause after which somebody is gone
 * @param expansionPercent growth of a year's purchases over the year before that counts as extension
 * @param fixedAsOf day of the figures for data that ended in the past, or null for today
 */
public record ValueSettings(
        int number,
        String currency,
        Map<String, BigDecimal> rates,
        ValueMeasure measure,
        RfmDefinition rfmDefinition,
        RfmFrequency rfmFrequency,
        int rfmWindowDays,
        int horizonMonths,
        double monthlyRate,
        double weeksPerMonth,
        int fewestRepeaters,
        double retention,
        int pausePercent,
        int fewestPauses,
        int usualPauseDays,
        double lapsedFactor,
        int expansionPercent,
        LocalDate fixedAsOf,
        Instant changedAt,
        String changedBy,
        String reason)
        implements Serializable {

    public ValueSettings {
        rates = Map.copyOf(rates);
    }
}

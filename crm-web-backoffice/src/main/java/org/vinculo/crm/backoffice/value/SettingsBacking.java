package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.RfmFrequency;
import org.vinculo.crm.value.TierPolicyService;
import org.vinculo.crm.value.ValueMeasure;
import org.vinculo.crm.value.ValueSettings;

/** How figures are made, as the next version of their settings. Shares are typed in per cent, as people speak. */
@Named("valueSettings")
@ViewScoped
public class SettingsBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @EJB
    private TierPolicyService policies;

    @Inject
    private Feedback feedback;

    private List<ValueSettings> versions;
    private RfmDefinition rfmDefinition;
    private RfmFrequency rfmFrequency;
    private ValueMeasure measure;
    private String currency;
    private String rates;
    private LocalDate fixedAsOf;
    private String reason;
    private final Map<String, BigDecimal> numbers = new TreeMap<>();

    public void load() {
        versions = policies.valueVersions();
        ValueSettings present = versions.get(0);
        rfmDefinition = present.rfmDefinition();
        rfmFrequency = present.rfmFrequency();
        measure = present.measure();
        currency = present.currency();
        fixedAsOf = present.fixedAsOf();
        rates = new TreeMap<>(present.rates())
                .entrySet().stream()
                        .map(rate -> rate.getKey() + "="
                                + plain(rate.getValue().stripTrailingZeros()).toPlainString())
                        .collect(Collectors.joining(" "));
        numbers.put("rfmWindowDays", BigDecimal.valueOf(present.rfmWindowDays()));
        numbers.put("horizonMonths", BigDecimal.valueOf(present.horizonMonths()));
        numbers.put("monthlyRate", percent(present.monthlyRate()));
        numbers.put("fewestRepeaters", BigDecimal.valueOf(present.fewestRepeaters()));
        numbers.put("retention", percent(present.retention()));
        numbers.put("pausePercent", BigDecimal.valueOf(present.pausePercent()));
        numbers.put("fewestPauses", BigDecimal.valueOf(present.fewestPauses()));
        numbers.put("usualPauseDays", BigDecimal.valueOf(present.usualPauseDays()));
        numbers.put("lapsedFactor", BigDecimal.valueOf(present.lapsedFactor()));
        numbers.put("expansionPercent", BigDecimal.valueOf(present.expansionPercent()));
    }

    private static BigDecimal percent(double share) {
        return plain(BigDecimal.valueOf(share)
                .multiply(HUNDRED)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    public String save() {
        ValueSettings made = policies.changeValue(new ValueSettings(
                0,
                currency == null || currency.isBlank() ? null : currency.strip().toUpperCase(Locale.ROOT),
                parsedRates(),
                measure,
                rfmDefinition,
                rfmFrequency,
                whole("rfmWindowDays"),
                whole("horizonMonths"),
                share("monthlyRate"),
                versions.get(0).weeksPerMonth(),
                whole("fewestRepeaters"),
                share("retention"),
                whole("pausePercent"),
                whole("fewestPauses"),
                whole("usualPauseDays"),
                number("lapsedFactor"),
                whole("expansionPercent"),
                fixedAsOf,
                null,
                null,
                reason));
        feedback.done("value.settings.saved", made.number());
        return "/value/settings?faces-redirect=true";
    }

    private int whole(String name) {
        BigDecimal value = numbers.get(name);
        return value == null ? -1 : value.intValue();
    }

    private double number(String name) {
        BigDecimal value = numbers.get(name);
        return value == null ? Double.NaN : value.doubleValue();
    }

    private double share(String name) {
        return number(name) / 100;
    }

    /** {@code EUR=6.20 USD=5.40}, with a point or a comma. */
    private Map<String, BigDecimal> parsedRates() {
        Map<String, BigDecimal> parsed = new TreeMap<>();
        if (rates == null || rates.isBlank()) {
            return parsed;
        }
        for (String each : rates.strip().split("[\\s;]+")) {
            String[] parts = each.split("=", 2);
            if (parts.length != 2 || !parts[0].matches("[A-Za-z]{3}") || !parts[1].matches("\\d{1,9}([.,]\\d{1,8})?")) {
                throw InvalidInput.field("rates", "value.error.rates");
            }
            parsed.put(parts[0].toUpperCase(Locale.ROOT), new BigDecimal(parts[1].replace(',', '.')));
        }
        return parsed;
    }

    public List<ValueSettings> getVersions() {
        return versions;
    }

    public Map<String, BigDecimal> getNumbers() {
        return numbers;
    }

    public RfmDefinition[] getDefinitions() {
        return RfmDefinition.values();
    }

    public RfmFrequency[] getFrequencies() {
        return RfmFrequency.values();
    }

    public ValueMeasure[] getMeasures() {
        return ValueMeasure.values();
    }

    public RfmDefinition getRfmDefinition() {
        return rfmDefinition;
    }

    public void setRfmDefinition(RfmDefinition rfmDefinition) {
        this.rfmDefinition = rfmDefinition;
    }

    public RfmFrequency getRfmFrequency() {
        return rfmFrequency;
    }

    public void setRfmFrequency(RfmFrequency rfmFrequency) {
        this.rfmFrequency = rfmFrequency;
    }

    public ValueMeasure getMeasure() {
        return measure;
    }

    public void setMeasure(ValueMeasure measure) {
        this.measure = measure;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getRates() {
        return rates;
    }

    public void setRates(String rates) {
        this.rates = rates;
    }

    public LocalDate getFixedAsOf() {
        return fixedAsOf;
    }

    public void setFixedAsOf(LocalDate fixedAsOf) {
        this.fixedAsOf = fixedAsOf;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}

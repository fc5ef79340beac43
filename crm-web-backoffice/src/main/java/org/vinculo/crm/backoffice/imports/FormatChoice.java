package org.vinculo.crm.backoffice.imports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vinculo.crm.exchange.ColumnRef;
import org.vinculo.crm.exchange.ConsentEvidence;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.OverwritePolicy;

/** How a person says that a file is to be read. */
public class FormatChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean header;
    private String encoding;
    private String delimiter;
    private String dateFormat;
    private String decimalSeparator;
    private String zone;
    private String currency;
    private String phoneCountry;
    private String customerKind;
    private boolean createMissing;
    private String cancelPrefix;
    private List<String> matchKeys = new ArrayList<>();
    private String consentSource;
    private LocalDate consentDate;

    FormatChoice(ImportProfile profile) {
        header = Boolean.TRUE.equals(profile.header());
        encoding = profile.encoding();
        delimiter = profile.delimiter();
        dateFormat = profile.dateFormat();
        decimalSeparator = profile.decimalSeparator();
        zone = profile.zone();
        currency = profile.currency();
        phoneCountry = profile.phoneCountry();
        customerKind = profile.customerKind();
        createMissing = profile.createsMissingCustomers();
        cancelPrefix = profile.cancelPrefix();
        matchKeys = new ArrayList<>(profile.matchKeys() == null ? List.of() : profile.matchKeys());
        if (profile.consent() != null) {
            consentSource = profile.consent().source();
            consentDate = profile.consent().date() == null
                    ? null
                    : LocalDate.parse(profile.consent().date());
        }
    }

    /** Whether the file would fall into other columns than the profile says. */
    boolean isCutOtherwise(ImportProfile profile) {
        return header != Boolean.TRUE.equals(profile.header())
                || !Objects.equals(encoding, profile.encoding())
                || !Objects.equals(delimiter, profile.delimiter());
    }

    /** @param columns null to have them guessed */
    ImportProfile profile(Map<String, ColumnRef> columns, Map<String, OverwritePolicy> overwrite) {
        boolean proved = consentSource != null || consentDate != null;
        return new ImportProfile(
                header,
                delimiter,
                encoding,
                dateFormat,
                decimalSeparator,
                zone,
                currency,
                columns,
                createMissing,
                cancelPrefix,
                matchKeys.isEmpty() ? null : matchKeys,
                overwrite,
                phoneCountry,
                customerKind,
                Map.of(),
                proved
                        ? new ConsentEvidence(consentSource, consentDate == null ? null : consentDate.toString())
                        : null);
    }

    public boolean isHeader() {
        return header;
    }

    public void setHeader(boolean header) {
        this.header = header;
    }

    public String getEncoding() {
        return encoding;
    }

    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    public String getDelimiter() {
        return delimiter;
    }

    public void setDelimiter(String delimiter) {
        this.delimiter = delimiter;
    }

    public String getDateFormat() {
        return dateFormat;
    }

    public void setDateFormat(String dateFormat) {
        this.dateFormat = dateFormat;
    }

    public String getDecimalSeparator() {
        return decimalSeparator;
    }

    public void setDecimalSeparator(String decimalSeparator) {
        this.decimalSeparator = decimalSeparator;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getPhoneCountry() {
        return phoneCountry;
    }

    public void setPhoneCountry(String phoneCountry) {
        this.phoneCountry = phoneCountry;
    }

    public String getCustomerKind() {
        return customerKind;
    }

    public void setCustomerKind(String customerKind) {
        this.customerKind = customerKind;
    }

    public boolean isCreateMissing() {
        return createMissing;
    }

    public void setCreateMissing(boolean createMissing) {
        this.createMissing = createMissing;
    }

    public String getCancelPrefix() {
        return cancelPrefix;
    }

    public void setCancelPrefix(String cancelPrefix) {
        this.cancelPrefix = cancelPrefix;
    }

    public List<String> getMatchKeys() {
        return matchKeys;
    }

    public void setMatchKeys(List<String> matchKeys) {
        this.matchKeys = matchKeys == null ? new ArrayList<>() : new ArrayList<>(matchKeys);
    }

    public String getConsentSource() {
        return consentSource;
    }

    public void setConsentSource(String consentSource) {
        this.consentSource = consentSource;
    }

    public LocalDate getConsentDate() {
        return consentDate;
    }

    public void setConsentDate(LocalDate consentDate) {
        this.consentDate = consentDate;
    }
}

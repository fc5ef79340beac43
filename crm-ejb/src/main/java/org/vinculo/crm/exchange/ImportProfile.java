package org.vinculo.crm.exchange;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a file is to be understood; what is null is detected.
 *
 * @param header whether the first record names the columns
 * @param delimiter separator, {@code tab} or {@code whitespace}
 * @param encoding name of the charset
 * @param dateFormat pattern of all dates, such as {@code dd/MM/yyyy}
 * @param decimalSeparator {@code .} or {@code ,}
 * @param zone time zone of the dates
 * @param currency ISO code for rows that name none
 * @param columns field to column; null when the columns are to be guessed, otherwise complete
 * @param createMissingCustomers whether purchases of unknown customers create them
 * @param cancelPrefix beginning of the document numbers of cancellations
 * @param matchKeys fields by which an existing customer is recognised, the strongest first
 * @param overwrite what happens to a field that the customer has already; replaced when not named
 * @param phoneCountry country of telephone numbers without prefix
 * @param customerKind {@code PERSON} or {@code ORGANISATION} for rows that do not say
 * @param fieldFormats date pattern or decimal mark of single fields, where they differ or were detected
 * @param consent evidence for a consent column, or null
 */
public record ImportProfile(
        Boolean header,
        String delimiter,
        String encoding,
        String dateFormat,
        String decimalSeparator,
        String zone,
        String currency,
        Map<String, ColumnRef> columns,
        Boolean createMissingCustomers,
        String cancelPrefix,
        List<String> matchKeys,
        Map<String, OverwritePolicy> overwrite,
        String phoneCountry,
        String customerKind,
        Map<String, String> fieldFormats,
        ConsentEvidence consent)
        implements Serializable {

    /** Nothing given: everything is detected. */
    public static final ImportProfile EMPTY = new ImportProfile(
            null, null, null, null, null, null, null, null, null, null, null, Map.of(), null, null, Map.of(), null);

    public ImportProfile {
        columns = columns == null ? null : new LinkedHashMap<>(columns);
        matchKeys = matchKeys == null ? null : List.copyOf(matchKeys);
        overwrite = overwrite == null ? Map.of() : new LinkedHashMap<>(overwrite);
        fieldFormats = fieldFormats == null ? Map.of() : new LinkedHashMap<>(fieldFormats);
    }

    /** This profile, and where it leaves something open the other one. */
    public ImportProfile orElse(ImportProfile other) {
        return new ImportProfile(
                header == null ? other.header : header,
                delimiter == null ? other.delimiter : delimiter,
                encoding == null ? other.encoding : encoding,
                dateFormat == null ? other.dateFormat : dateFormat,
                decimalSeparator == null ? other.decimalSeparator : decimalSeparator,
                zone == null ? other.zone : zone,
                currency == null ? other.currency : currency,
                columns == null ? other.columns : columns,
                createMissingCustomers == null ? other.createMissingCustomers : createMissingCustomers,
                cancelPrefix == null ? other.cancelPrefix : cancelPrefix,
                matchKeys == null ? other.matchKeys : matchKeys,
                overwrite.isEmpty() ? other.overwrite : overwrite,
                phoneCountry == null ? other.phoneCountry : phoneCountry,
                customerKind == null ? other.customerKind : customerKind,
                fieldFormats.isEmpty() ? other.fieldFormats : fieldFormats,
                consent == null ? other.consent : consent);
    }

    /** @param field name of the field in profiles */
    public OverwritePolicy overwriteOf(String field) {
        return overwrite.getOrDefault(field, OverwritePolicy.REPLACE);
    }

    public boolean createsMissingCustomers() {
        return Boolean.TRUE.equals(createMissingCustomers);
    }
}

package org.vinculo.crm.exchange.internal.match;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.exchange.ColumnRef;
import org.vinculo.crm.exchange.ImportDefaults;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.internal.contact.ContactTable;
import org.vinculo.crm.exchange.internal.contact.VcardEncoding;
import org.vinculo.crm.exchange.internal.file.FileType;
import org.vinculo.crm.exchange.internal.file.FormatDetector;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceFile;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.file.TextEncoding;
import org.vinculo.crm.exchange.internal.file.TextFormat;
import org.vinculo.crm.exchange.internal.file.UnreadableFile;
import org.vinculo.crm.exchange.internal.value.DateReading;
import org.vinculo.crm.exchange.internal.value.NumberReading;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;

/**
 * A profile made definite for one file: everything that the reading of a row needs.
 *
 * @param names of the columns, empty texts where the header has none
 * @param columns zero-based column of each field that is filled
 * @param dates how the dates of a field are read
 * @param numbers how the numbers of a field are read
 * @param custom columns that fill fields of administrators
 */
public record ImportPlan(
        ImportKind kind,
        SourceFile source,
        boolean header,
        List<String> names,
        Map<ImportField, Integer> columns,
        Map<ImportField, DateReading> dates,
        Map<ImportField, NumberReading> numbers,
        List<CustomColumn> custom,
        ZoneId zone,
        String currency,
        String phoneCountry,
        ImportProfile profile) {

    /**
     * The plan of a profile in which everything is decided.
     *
     * @throws InvalidInput when the profile does not fit the file
     */
    public static ImportPlan of(Path file, ImportKind kind, ImportProfile profile, ImportDefaults defaults)
            throws IOException {
        SourceFile source = source(file, kind, profile);
        List<String> firstRow = firstRow(source);
        boolean header = Boolean.TRUE.equals(profile.header());
        List<String> names = Header.names(header ? firstRow : List.of(), firstRow.size());
        List<FieldError> errors = new ArrayList<>();
        Map<ImportField, Integer> columns = resolve(profile, kind, names, errors);
        Map<CustomEntry, Integer> custom = resolveCustom(profile, kind, names, defaults.fields(), errors);
        errors.addAll(missing(kind, columns));
        errors.addAll(unproven(columns, profile));
        InvalidInput.throwIfAny(errors);
        return of(source, kind, names, columns, custom, profile, defaults);
    }

    static ImportPlan of(
            SourceFile source,
            ImportKind kind,
            List<String> names,
            Map<ImportField, Integer> columns,
            Map<CustomEntry, Integer> custom,
            ImportProfile profile,
            ImportDefaults defaults) {
        Map<ImportField, DateReading> dates = new EnumMap<>(ImportField.class);
        Map<ImportField, NumberReading> numbers = new EnumMap<>(ImportField.class);
        for (ImportField field : columns.keySet()) {
            if (field.content() == ImportField.Content.DATE) {
                dates(field.code(), profile).ifPresent(reading -> dates.put(field, reading));
            } else if (field.content() == ImportField.Content.NUMBER) {
                numbers.put(field, numbers(field.code(), profile));
            }
        }
        List<CustomColumn> more = new ArrayList<>();
        custom.forEach((field, column) -> more.add(
                switch (CustomColumn.content(field)) {
                    case DATE ->
                        new CustomColumn(
                                field, column, dates(field.column(), profile).orElse(null), null);
                    case NUMBER -> new CustomColumn(field, column, null, numbers(field.column(), profile));
                    default -> new CustomColumn(field, column, null, null);
                }));
        return new ImportPlan(
                kind,
                source,
                Boolean.TRUE.equals(profile.header()),
                names,
                columns,
                dates,
                numbers,
                List.copyOf(more),
                profile.zone() == null ? defaults.zone() : ZoneId.of(profile.zone()),
                profile.currency() == null ? defaults.currency() : profile.currency(),
                profile.phoneCountry() == null ? defaults.country() : profile.phoneCountry(),
                profile);
    }

    private static Optional<DateReading> dates(String code, ImportProfile profile) {
        String format = profile.fieldFormats().get(code);
        String pattern = format == null ? profile.dateFormat() : format;
        return DateReading.of(pattern == null ? "yyyy-MM-dd" : pattern);
    }

    private static NumberReading numbers(String code, ImportProfile profile) {
        String format = profile.fieldFormats().get(code);
        String mark = format == null ? profile.decimalSeparator() : format;
        return new NumberReading(",".equals(mark) ? ',' : '.');
    }

    static SourceFile source(Path file, ImportKind kind, ImportProfile profile) throws IOException {
        FileType type = FileType.of(file);
        if (type == FileType.VCARD && kind != ImportKind.CUSTOMERS) {
            throw new UnreadableFile("exchange.file.contacts");
        }
        if (type == FileType.XLSX) {
            return new SourceFile(file, type, null);
        }
        Charset charset = profile.encoding() == null ? null : Charset.forName(profile.encoding());
        if (type == FileType.VCARD) {
            TextEncoding found = VcardEncoding.detect(file);
            boolean overruled = charset != null && found.bomBytes() == 0;
            return new SourceFile(
                    file,
                    type,
                    new TextFormat(overruled ? charset : found.charset(), found.bomBytes(), ',', '"', false, 0));
        }
        TextFormat format = FormatDetector.detect(file, charset, TextFormat.delimiterOf(profile.delimiter()));
        SourceFile source = new SourceFile(file, type, format);
        return type == FileType.TEXT && kind == ImportKind.CUSTOMERS && isAddressBook(source, profile)
                ? source.asContacts()
                : source;
    }

    /** Whoever names columns of the table itself wants it read column by column. */
    private static boolean isAddressBook(SourceFile source, ImportProfile profile) throws IOException {
        boolean ownColumns = profile.columns() != null
                && profile.columns().entrySet().stream().anyMatch(column -> !column.getKey()
                        .equals(column.getValue().name()));
        return !ownColumns
                && !source.format().isBlankSeparated()
                && !Boolean.FALSE.equals(profile.header())
                && ContactTable.of(firstRow(source)) != null;
    }

    private static List<String> firstRow(SourceFile source) throws IOException {
        try (RowSource rows = source.open(ReadLimits.DEFAULT)) {
            SourceRow first = rows.next();
            while (first != null && first.fault() != null) {
                first = rows.next();
            }
            return first == null ? List.of() : first.cells();
        }
    }

    /** The columns that the profile names; what it names wrongly is added to the errors. */
    static Map<ImportField, Integer> resolve(
            ImportProfile profile, ImportKind kind, List<String> names, List<FieldError> errors) {
        Map<String, Integer> byName = byName(names);
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        profile.columns().forEach((code, column) -> {
            if (kind == ImportKind.CUSTOMERS && CustomColumn.isCustom(code)) {
                return;
            }
            ImportField field = ImportField.ofCode(code, kind).orElse(null);
            Integer index = index(column, byName, names.size());
            if (field == null) {
                errors.add(FieldError.of("columns." + code, "exchange.profile.noSuchField"));
            } else if (index == null) {
                errors.add(FieldError.of("columns." + code, "exchange.profile.noSuchColumn", shown(column)));
            } else {
                columns.put(field, index);
            }
        });
        return columns;
    }

    private static Map<String, Integer> byName(List<String> names) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = names.size() - 1; i >= 0; i--) {
            byName.put(ColumnNames.words(names.get(i)), i);
        }
        for (int i = names.size() - 1; i >= 0; i--) {
            byName.put(names.get(i), i);
        }
        return byName;
    }

    /** The columns that the profile names for fields of administrators; what it names wrongly is added to the errors. */
    static Map<CustomEntry, Integer> resolveCustom(
            ImportProfile profile,
            ImportKind kind,
            List<String> names,
            List<CustomEntry> fields,
            List<FieldError> errors) {
        Map<CustomEntry, Integer> columns = new LinkedHashMap<>();
        if (kind != ImportKind.CUSTOMERS) {
            return columns;
        }
        Map<String, Integer> byName = byName(names);
        profile.columns().forEach((code, column) -> {
            if (!CustomColumn.isCustom(code)) {
                return;
            }
            CustomEntry field = CustomColumn.field(code, fields);
            Integer index = index(column, byName, names.size());
            if (field == null) {
                errors.add(FieldError.of("columns." + code, "exchange.profile.noSuchField"));
            } else if (index == null) {
                errors.add(FieldError.of("columns." + code, "exchange.profile.noSuchColumn", shown(column)));
            } else {
                columns.put(field, index);
            }
        });
        return columns;
    }

    private static Integer index(ColumnRef column, Map<String, Integer> byName, int count) {
        if (column.name() == null) {
            return column.position() >= 1 && column.position() <= count ? Integer.valueOf(column.position() - 1) : null;
        }
        Integer exact = byName.get(column.name().strip());
        return exact == null ? byName.get(ColumnNames.words(column.name())) : exact;
    }

    private static String shown(ColumnRef column) {
        return column.name() == null ? String.valueOf(column.position()) : column.name();
    }

    /** What the kind needs and no column gives. */
    static List<FieldError> missing(ImportKind kind, Map<ImportField, Integer> columns) {
        Set<ImportField> has = columns.keySet();
        List<FieldError> missing = new ArrayList<>();
        switch (kind) {
            case CUSTOMERS -> {
                List<ImportField> calling = List.of(
                        ImportField.NAME,
                        ImportField.GIVEN_NAME,
                        ImportField.FAMILY_NAME,
                        ImportField.EMAIL,
                        ImportField.PHONE,
                        ImportField.EXTERNAL_ID);
                if (calling.stream().noneMatch(has::contains)) {
                    missing.add(FieldError.of("columns.name", "exchange.profile.needed"));
                }
            }
            case PURCHASES -> {
                need(ImportField.CUSTOMER_REF, has, missing);
                need(ImportField.PURCHASED_AT, has, missing);
                if (!has.contains(ImportField.AMOUNT) && !has.contains(ImportField.UNIT_PRICE)) {
                    missing.add(FieldError.of("columns.amount", "exchange.profile.needed"));
                }
            }
            case INTERACTIONS -> {
                need(ImportField.CUSTOMER_REF, has, missing);
                need(ImportField.HAPPENED_AT, has, missing);
                need(ImportField.CHANNEL, has, missing);
            }
        }
        return missing;
    }

    private static void need(ImportField field, Set<ImportField> has, List<FieldError> missing) {
        if (!has.contains(field)) {
            missing.add(FieldError.of("columns." + field.code(), "exchange.profile.needed"));
        }
    }

    /** A consent that nobody can prove is not taken over. */
    static List<FieldError> unproven(Map<ImportField, Integer> columns, ImportProfile profile) {
        boolean sourced = profile.consent() != null && profile.consent().source() != null;
        boolean dated = columns.containsKey(ImportField.CONSENT_DATE)
                || profile.consent() != null && profile.consent().date() != null;
        return columns.containsKey(ImportField.CONSENT) && !(sourced && dated)
                ? List.of(FieldError.of("columns.consent", "exchange.profile.consentEvidence"))
                : List.of();
    }
}

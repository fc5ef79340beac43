package org.vinculo.crm.exchange.internal.match;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vinculo.crm.exchange.ColumnRef;
import org.vinculo.crm.exchange.ColumnView;
import org.vinculo.crm.exchange.ImportDefaults;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.SourceFile;
import org.vinculo.crm.exchange.internal.file.TextFormat;
import org.vinculo.crm.exchange.internal.value.ColumnContent;
import org.vinculo.crm.exchange.internal.value.DateReading;
import org.vinculo.crm.exchange.internal.value.DateShape;
import org.vinculo.crm.exchange.internal.value.NumberReading;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;

/** Turns a file and whatever is known about it into a plan. */
public final class Detector {

    private static final int SHOWN = 80;

    private final ImportKind kind;
    private final ImportProfile given;
    private final ImportDefaults defaults;

    public Detector(ImportKind kind, ImportProfile given, ImportDefaults defaults) {
        this.kind = kind;
        this.given = given;
        this.defaults = defaults;
        InvalidInput.throwIfAny(faults(given));
    }

    private static List<FieldError> faults(ImportProfile profile) {
        List<FieldError> faults = new ArrayList<>();
        if (profile.delimiter() != null && TextFormat.delimiterOf(profile.delimiter()) == null) {
            faults.add(FieldError.of("profile.delimiter", "exchange.profile.delimiter"));
        }
        check(profile.encoding(), Charset::forName, "profile.encoding", "exchange.profile.encoding", faults);
        check(profile.zone(), ZoneId::of, "profile.zone", "exchange.profile.zone", faults);
        check(profile.currency(), Currency::getInstance, "profile.currency", "currency", faults);
        if (profile.dateFormat() != null && DateReading.of(profile.dateFormat()).isEmpty()) {
            faults.add(FieldError.of("profile.dateFormat", "exchange.profile.dateFormat"));
        }
        if (profile.decimalSeparator() != null && !Set.of(".", ",").contains(profile.decimalSeparator())) {
            faults.add(FieldError.of("profile.decimalSeparator", "exchange.profile.decimalSeparator"));
        }
        if (profile.customerKind() != null && !Set.of("PERSON", "ORGANISATION").contains(profile.customerKind())) {
            faults.add(FieldError.of("profile.customerKind", "choice"));
        }
        if (profile.consent() != null && profile.consent().date() != null) {
            check(profile.consent().date(), LocalDate::parse, "profile.consent.date", "date", faults);
        }
        return faults;
    }

    private static void check(
            String value, Function<String, ?> parser, String field, String code, List<FieldError> faults) {
        if (value == null) {
            return;
        }
        try {
            Objects.requireNonNull(parser.apply(value));
        } catch (IllegalArgumentException | DateTimeException unusable) {
            faults.add(FieldError.of(field, code));
        }
    }

    /**
     * Reads the file and decides what the profile leaves open.
     *
     * @param remembered profile of an earlier file with the same signature, or empty
     */
    public Detected detect(Path file, ReadLimits limits, Function<String, Optional<ImportProfile>> remembered)
            throws IOException {
        SourceFile source = ImportPlan.source(file, kind, given);
        FileScan scan = FileScan.of(source, limits);
        boolean header = source.contacts() || (given.header() == null ? Header.isHeader(scan, kind) : given.header());
        if (!header) {
            scan.addFirstRow();
        }
        List<String> names = Header.names(
                header ? scan.firstRow() : List.of(), scan.contents().size());
        String signature = Header.signature(kind, header, names);
        Optional<ImportProfile> before = given.columns() == null ? remembered.apply(signature) : Optional.empty();

        List<FieldError> problems = new ArrayList<>();
        boolean contacts = source.contacts() && given.columns() == null;
        Map<CustomEntry, Integer> custom = contacts ? new LinkedHashMap<>() : customColumns(names, before, problems);
        Map<ImportField, Integer> columns =
                contacts ? contactColumns(names) : columns(names, scan, before, custom, problems);
        custom.keySet().removeIf(field -> !field.isEditable());
        ImportProfile decided = decide(
                source,
                scan,
                header,
                names,
                columns,
                targets(columns, custom),
                before.map(given::orElse).orElse(given));
        ImportPlan plan = ImportPlan.of(source, kind, names, columns, custom, decided, defaults);
        if (scan.firstRow().isEmpty()) {
            problems.add(FieldError.of("file", "exchange.file.empty"));
        }
        problems.addAll(ImportPlan.missing(kind, columns));
        problems.addAll(ImportPlan.unproven(columns, decided));
        return new Detected(plan, scan, views(plan, scan, before.isPresent()), List.copyOf(problems), signature);
    }

    /** The columns of an address book bear the names of the fields. */
    private static Map<ImportField, Integer> contactColumns(List<String> names) {
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            ImportField.ofCode(names.get(i), ImportKind.CUSTOMERS).ifPresent(field -> columns.put(field, column));
        }
        return columns;
    }

    private Map<ImportField, Integer> columns(
            List<String> names,
            FileScan scan,
            Optional<ImportProfile> before,
            Map<CustomEntry, Integer> custom,
            List<FieldError> problems) {
        if (given.columns() != null) {
            return ImportPlan.resolve(given, kind, names, problems);
        }
        if (before.isPresent() && before.get().columns() != null) {
            return ImportPlan.resolve(before.get(), kind, names, new ArrayList<>());
        }
        return ColumnGuess.columns(kind, names, scan.contents(), CustomColumn.taken(names, custom));
    }

    private Map<CustomEntry, Integer> customColumns(
            List<String> names, Optional<ImportProfile> before, List<FieldError> problems) {
        if (given.columns() != null) {
            return ImportPlan.resolveCustom(given, kind, names, defaults.fields(), problems);
        }
        if (before.isPresent() && before.get().columns() != null) {
            return ImportPlan.resolveCustom(before.get(), kind, names, defaults.fields(), new ArrayList<>());
        }
        return kind == ImportKind.CUSTOMERS ? CustomColumn.guess(names, defaults.fields()) : new LinkedHashMap<>();
    }

    /** What a column is to hold, whoever made the field. */
    private record Target(String code, ImportField.Content content, int column) {}

    private static List<Target> targets(Map<ImportField, Integer> columns, Map<CustomEntry, Integer> custom) {
        List<Target> targets = new ArrayList<>();
        columns.forEach((field, column) -> targets.add(new Target(field.code(), field.content(), column)));
        custom.forEach((field, column) -> targets.add(new Target(field.column(), CustomColumn.content(field), column)));
        return targets;
    }

    private ImportProfile decide(
            SourceFile source,
            FileScan scan,
            boolean header,
            List<String> names,
            Map<ImportField, Integer> columns,
            List<Target> targets,
            ImportProfile base) {
        Character fileDecimal = fileDecimal(source, scan, targets);
        boolean dayFirst = fileDecimal == ',' || defaults.dayFirst();
        Map<String, String> formats = new LinkedHashMap<>();
        Map<String, ColumnRef> refs = new LinkedHashMap<>();
        for (Target field : targets) {
            String name = names.get(field.column());
            refs.put(field.code(), name.isEmpty() ? ColumnRef.at(field.column() + 1) : ColumnRef.named(name));
            ColumnContent content = scan.contents().get(field.column());
            if (field.content() == ImportField.Content.DATE && given.dateFormat() == null) {
                formats.put(
                        field.code(), datePattern(content, base.fieldFormats().get(field.code()), dayFirst));
            } else if (field.content() == ImportField.Content.NUMBER && CustomColumn.isCustom(name)) {
                // Nobody but our own exports names columns so, and they write points.
                formats.put(field.code(), ".");
            } else if (field.content() == ImportField.Content.NUMBER && given.decimalSeparator() == null) {
                formats.put(
                        field.code(), String.valueOf(content.numbers().decimal().orElse(fileDecimal)));
            }
        }
        formats.putAll(given.fieldFormats());
        return new ImportProfile(
                header,
                source.format() == null ? null : source.format().delimiterName(),
                source.format() == null ? null : source.format().charset().name(),
                given.dateFormat(),
                given.decimalSeparator(),
                first(base.zone(), defaults.zone().getId()),
                first(base.currency(), defaults.currency()),
                refs,
                base.createMissingCustomers() == null ? Boolean.FALSE : base.createMissingCustomers(),
                base.cancelPrefix(),
                base.matchKeys() == null ? matchKeys(columns) : base.matchKeys(),
                base.overwrite(),
                first(base.phoneCountry(), defaults.country()),
                first(base.customerKind(), customerKind(names, columns)),
                formats,
                base.consent());
    }

    private static String datePattern(ColumnContent content, String before, boolean dayFirst) {
        Optional<DateShape.Found> found = content.dates().best(dayFirst);
        boolean undecided = found.map(DateShape.Found::ambiguous).orElse(true);
        if (undecided && before != null) {
            return before;
        }
        return found.map(DateShape.Found::pattern).orElse("yyyy-MM-dd");
    }

    private static String first(String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** The decimal mark of numbers that do not show it themselves. */
    private Character fileDecimal(SourceFile source, FileScan scan, List<Target> targets) {
        if (given.decimalSeparator() != null) {
            return given.decimalSeparator().charAt(0);
        }
        int commas = 0;
        int points = 0;
        for (Target target : targets) {
            if (target.content() == ImportField.Content.NUMBER) {
                Optional<Character> mark =
                        scan.contents().get(target.column()).numbers().decimal();
                commas += mark.filter(m -> m == ',').isPresent() ? 1 : 0;
                points += mark.filter(m -> m == '.').isPresent() ? 1 : 0;
            }
        }
        boolean semicolons = source.format() != null && source.format().delimiter() == ';';
        return commas > points || commas == points && semicolons ? ',' : '.';
    }

    private List<String> matchKeys(Map<ImportField, Integer> columns) {
        if (kind != ImportKind.CUSTOMERS) {
            return List.of(ImportField.EXTERNAL_ID.code());
        }
        List<String> keys = new ArrayList<>();
        for (ImportField field : List.of(ImportField.EXTERNAL_ID, ImportField.TAX_ID, ImportField.EMAIL)) {
            if (columns.containsKey(field)) {
                keys.add(field.code());
            }
        }
        if (keys.isEmpty() && columns.containsKey(ImportField.PHONE)) {
            keys.add(ImportField.PHONE.code());
        }
        if (keys.isEmpty()) {
            keys.add(ImportField.NAME.code());
        }
        return keys;
    }

    private static String customerKind(List<String> names, Map<ImportField, Integer> columns) {
        Integer name = columns.get(ImportField.NAME);
        boolean companies = name != null
                && !columns.containsKey(ImportField.GIVEN_NAME)
                && !columns.containsKey(ImportField.FAMILY_NAME)
                && ColumnNames.namesCompanies(names.get(name));
        return companies ? "ORGANISATION" : "PERSON";
    }

    private static List<ColumnView> views(ImportPlan plan, FileScan scan, boolean remembered) {
        Map<Integer, ImportField> fields = new LinkedHashMap<>();
        new EnumMap<>(plan.columns()).forEach((field, column) -> fields.putIfAbsent(column, field));
        Map<Integer, CustomColumn> custom = new LinkedHashMap<>();
        plan.custom().forEach(column -> custom.putIfAbsent(column.column(), column));
        List<ColumnView> views = new ArrayList<>();
        for (int i = 0; i < plan.names().size(); i++) {
            ColumnContent content = scan.contents().get(i);
            ImportField field = fields.get(i);
            CustomColumn more = field == null ? custom.get(i) : null;
            String target = field == null ? more == null ? null : more.code() : field.code();
            DateReading dates = more == null ? plan.dates().get(field) : more.dates();
            NumberReading numbers = more == null ? plan.numbers().get(field) : more.numbers();
            String value = content.firstValue();
            views.add(new ColumnView(
                    i + 1,
                    plan.names().get(i),
                    value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value,
                    (int) Math.floor(content.filledShare() * 100),
                    field,
                    target,
                    remembered && target != null,
                    found(target, content, dates, numbers),
                    warnings(plan, content, field, target, dates, numbers)));
        }
        return views;
    }

    private static List<FieldError> found(
            String target, ColumnContent content, DateReading dates, NumberReading numbers) {
        if (target == null || content.filled() == 0) {
            return List.of();
        }
        if (dates != null) {
            return List.of(FieldError.of(target, "exchange.found.dates", dates.pattern()));
        }
        if (numbers != null && content.numbers().hasFractions()) {
            boolean comma = numbers.decimal() == ',';
            return List.of(FieldError.of(target, comma ? "exchange.found.comma" : "exchange.found.point"));
        }
        return List.of();
    }

    private static List<FieldError> warnings(
            ImportPlan plan,
            ColumnContent content,
            ImportField field,
            String target,
            DateReading dates,
            NumberReading numbers) {
        if (target == null) {
            return List.of();
        }
        List<FieldError> warnings = new ArrayList<>();
        Optional<DateShape.Found> found = content.dates().best(true);
        if (dates != null) {
            if (found.isEmpty() && content.filled() > 0) {
                warnings.add(FieldError.of(target, "exchange.found.noDates"));
            } else if (found.isPresent() && found.get().ambiguous()) {
                warnings.add(FieldError.of(target, "exchange.found.ambiguous"));
            }
        }
        if (numbers != null && content.filled() > 0 && content.numbers().share() < 0.8) {
            warnings.add(FieldError.of(target, "exchange.found.noNumbers"));
        }
        if (field == null) {
            return warnings;
        }
        if (field.content() == ImportField.Content.EMAIL && content.filled() > 0 && content.emailShare() < 1) {
            warnings.add(FieldError.of(
                    field.code(),
                    "exchange.found.noEmails",
                    Math.round(content.filled() * (1 - content.emailShare()))));
        }
        if (field == ImportField.CONSENT
                && !ImportPlan.unproven(plan.columns(), plan.profile()).isEmpty()) {
            warnings.add(FieldError.of(field.code(), "exchange.found.evidence"));
        }
        return warnings;
    }
}

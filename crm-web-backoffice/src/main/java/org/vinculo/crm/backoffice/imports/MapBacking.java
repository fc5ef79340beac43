package org.vinculo.crm.backoffice.imports;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vinculo.crm.exchange.ColumnRef;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportPreview;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.ImportService;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.exchange.OverwritePolicy;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.shared.Country;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** Matches the columns of an uploaded file with the fields they fill, and shows how its rows would be saved. */
@Named("importMap")
@ViewScoped
public class MapBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> ENCODINGS = List.of(
            "UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "Shift_JIS", "windows-1250", "windows-1251");
    private static final List<String> DATE_FORMATS =
            List.of("yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "dd-MM-yyyy", "dd/MM/yy", "yyyyMMdd");
    private static final List<ImportField> KEYS = List.of(
            ImportField.EXTERNAL_ID, ImportField.TAX_ID, ImportField.EMAIL, ImportField.PHONE, ImportField.NAME);

    private static final Set<ImportField> MANY = Set.of(
            ImportField.EMAIL,
            ImportField.EMAIL2,
            ImportField.PHONE,
            ImportField.PHONE2,
            ImportField.OTHER_ADDRESSES,
            ImportField.WEBSITE,
            ImportField.SOCIAL);

    @EJB
    private ImportService imports;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private String file;
    private ImportPreview preview;
    private List<CustomEntry> custom = List.of();
    private FormatChoice format;
    private List<ColumnChoice> choices;

    public void load() {
        show(imports.preview(file));
    }

    private void show(ImportPreview seen) {
        preview = seen;
        custom = imports.customFields();
        format = new FormatChoice(seen.profile());
        choices = seen.columns().stream()
                .map(column -> new ColumnChoice(column, seen.profile()))
                .toList();
    }

    /** Looks at the file again the way it was said; other columns than before are guessed anew. */
    public void look() {
        show(imports.understand(file, chosen()));
    }

    public String leave() {
        look();
        feedback.done("exchange.map.saved");
        return "/imports/list?faces-redirect=true";
    }

    /** Starts the trial; when the columns themselves changed, they are shown first. */
    public String tryIt() {
        if (format.isCutOtherwise(preview.profile())) {
            look();
            return null;
        }
        ImportView trial = imports.start(file, chosen(), true);
        return "/imports/view?faces-redirect=true&id=" + trial.id();
    }

    private ImportProfile chosen() {
        if (format.isCutOtherwise(preview.profile())) {
            return format.profile(null, Map.of());
        }
        Map<String, ColumnRef> columns = new LinkedHashMap<>();
        Map<String, OverwritePolicy> overwrite = new LinkedHashMap<>();
        for (ColumnChoice choice : choices) {
            if (choice.getField() == null) {
                continue;
            }
            if (columns.put(choice.getField(), choice.ref()) != null) {
                throw InvalidInput.field("field", "exchange.profile.twice", fieldName(choice.getField()));
            }
            if (choice.getPolicy() != null) {
                overwrite.put(choice.getField(), choice.getPolicy());
            }
        }
        return format.profile(columns, overwrite);
    }

    public String fieldName(String code) {
        return ImportWords.field(code, custom, viewer.getLocale());
    }

    public String text(FieldError what) {
        return what.text(viewer.getLocale());
    }

    /** A problem with the name of the field before it. */
    public String problem(FieldError what) {
        String code = what.field().startsWith("columns.") ? what.field().substring("columns.".length()) : what.field();
        return fieldName(code) + ": " + text(what);
    }

    public boolean isWithPolicies() {
        return preview.kind() == ImportKind.CUSTOMERS;
    }

    public boolean isConsentMapped() {
        return choices.stream().anyMatch(choice -> ImportField.CONSENT.code().equals(choice.getField()));
    }

    public List<SelectItem> getFields() {
        List<SelectItem> items = new ArrayList<>();
        ImportField.of(preview.kind())
                .forEach(field -> items.add(new SelectItem(field.code(), fieldName(field.code()))));
        SelectItem[] fillable = preview.kind() == ImportKind.CUSTOMERS
                ? custom.stream()
                        .filter(CustomEntry::isEditable)
                        .map(field -> new SelectItem(field.column(), field.label(viewer.getLocale())))
                        .toArray(SelectItem[]::new)
                : new SelectItem[0];
        if (fillable.length > 0) {
            items.add(new SelectItemGroup(
                    Texts.text(viewer.getLocale(), "exchange.map.ownFields"), null, false, fillable));
        }
        return items;
    }

    public List<SelectItem> getKeys() {
        Stream<ImportField> possible = KEYS.stream();
        if (preview.kind() == ImportKind.CUSTOMERS) {
            possible = possible.filter(
                    key -> choices.stream().anyMatch(choice -> key.code().equals(choice.getField())));
        }
        return possible.map(key -> new SelectItem(key.code(), fieldName(key.code())))
                .toList();
    }

    /** What can happen to the field: only addresses and numbers can be added beside others. */
    public List<SelectItem> policiesOf(ColumnChoice choice) {
        boolean many = choice.getColumn().field() != null
                && MANY.contains(choice.getColumn().field());
        List<OverwritePolicy> possible = many
                ? List.of(
                        OverwritePolicy.ADD, OverwritePolicy.REPLACE, OverwritePolicy.FILL_EMPTY, OverwritePolicy.KEEP)
                : List.of(OverwritePolicy.REPLACE, OverwritePolicy.FILL_EMPTY, OverwritePolicy.KEEP);
        return possible.stream()
                .map(policy -> new SelectItem(policy, Texts.text(viewer.getLocale(), "exchange.policy." + policy)))
                .toList();
    }

    /** The fields of the first rows, in the order of their values. */
    public List<String> getSampleFields() {
        return preview.samples().isEmpty()
                ? List.of()
                : preview.samples().get(0).fields();
    }

    public List<SelectItem> getDelimiters() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(",", "comma");
        names.put(";", "semicolon");
        names.put("tab", "tab");
        names.put("|", "pipe");
        names.put("whitespace", "whitespace");
        List<SelectItem> items = new ArrayList<>();
        names.forEach((value, name) ->
                items.add(new SelectItem(value, Texts.text(viewer.getLocale(), "exchange.map.delimiter." + name))));
        if (format.getDelimiter() != null && !names.containsKey(format.getDelimiter())) {
            items.add(new SelectItem(format.getDelimiter(), format.getDelimiter()));
        }
        return items;
    }

    public List<String> getEncodings() {
        return withPresent(ENCODINGS, format.getEncoding());
    }

    public List<String> getDateFormats() {
        return withPresent(DATE_FORMATS, format.getDateFormat());
    }

    private static List<String> withPresent(List<String> offered, String present) {
        if (present == null || offered.contains(present)) {
            return offered;
        }
        List<String> all = new ArrayList<>(offered);
        all.add(0, present);
        return all;
    }

    public List<SelectItem> getCountries() {
        Locale locale = viewer.getLocale();
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new SelectItem(code, Country.name(code, locale)))
                .sorted(Comparator.comparing(SelectItem::getLabel, java.text.Collator.getInstance(locale)))
                .toList();
    }

    public ImportPreview getPreview() {
        return preview;
    }

    public FormatChoice getFormat() {
        return format;
    }

    public List<ColumnChoice> getChoices() {
        return choices;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }
}

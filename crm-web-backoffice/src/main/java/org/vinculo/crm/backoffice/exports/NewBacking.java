package org.vinculo.crm.backoffice.exports;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ListAddress;
import org.vinculo.crm.exchange.ExportColumn;
import org.vinculo.crm.exchange.ExportFormat;
import org.vinculo.crm.exchange.ExportOrder;
import org.vinculo.crm.exchange.ExportService;
import org.vinculo.crm.exchange.ExportView;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** Chooses what is exported of the customers of a list, and as what. */
@Named("exportNew")
@ViewScoped
public class NewBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int COUNTED = 100_000;

    @EJB
    private ExportService exports;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Clock clock;

    @Inject
    private transient Settings settings;

    private String from;
    private ImportKind kind;
    private ExportFormat format = ExportFormat.XLSX;
    private List<String> columns = new ArrayList<>();
    private List<ExportColumn> known = List.of();
    private long customers;

    public void load() {
        customers = exports.count(wanted(), COUNTED + 1);
        kind = exports.kinds().get(0);
        kindChanged();
    }

    /** Other columns for another sort of rows; only customers can be cards. */
    public void kindChanged() {
        known = exports.columns(kind);
        columns = new ArrayList<>(
                known.stream().filter(ExportColumn::usual).map(ExportColumn::id).toList());
        if (!getFormats().contains(format)) {
            format = ExportFormat.XLSX;
        }
    }

    private CustomerList wanted() {
        return ListAddress.of(from).wanted(LocalDate.ofInstant(clock.instant(), viewer.getZone()), viewer.getZone());
    }

    public String start() {
        if (columns.isEmpty() && format != ExportFormat.VCARD) {
            throw InvalidInput.field("columns", "exchange.export.none");
        }
        List<String> ordered =
                known.stream().map(ExportColumn::id).filter(columns::contains).toList();
        List<String> chosen = format == ExportFormat.VCARD ? List.of() : ordered;
        ExportView started = exports.start(new ExportOrder(kind, format, chosen, wanted(), List.of()));
        return "/exports/view?faces-redirect=true&id=" + started.id();
    }

    public List<ImportKind> getKinds() {
        return exports.kinds();
    }

    public List<ExportFormat> getFormats() {
        return kind == ImportKind.CUSTOMERS
                ? List.of(ExportFormat.XLSX, ExportFormat.CSV, ExportFormat.VCARD)
                : List.of(ExportFormat.XLSX, ExportFormat.CSV);
    }

    public boolean isWithColumns() {
        return format != ExportFormat.VCARD;
    }

    public List<ExportColumn> getKnown() {
        return known;
    }

    public String title(ExportColumn column) {
        return Phrases.write(column.title(), viewer.getLocale(), viewer.getZone());
    }

    /** How many customers the list has. */
    public String getWhose() {
        return customers > COUNTED
                ? Texts.text(viewer.getLocale(), "exchange.export.new.customersMore", COUNTED)
                : Texts.text(viewer.getLocale(), "exchange.export.new.customers", customers);
    }

    public boolean isAnybody() {
        return customers > 0;
    }

    public boolean isNarrowed() {
        return ListAddress.of(from).isNarrowed();
    }

    /** Back to the list as it was. */
    public String getBack() {
        return "../customers/" + ListAddress.of(from).address();
    }

    public int getKeptHours() {
        return settings.number(Setting.EXPORT_KEPT_HOURS);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public ImportKind getKind() {
        return kind;
    }

    public void setKind(ImportKind kind) {
        this.kind = kind;
    }

    public ExportFormat getFormat() {
        return format;
    }

    public void setFormat(ExportFormat format) {
        this.format = format;
    }

    public List<String> getColumns() {
        return columns;
    }

    public void setColumns(List<String> columns) {
        this.columns = columns == null ? new ArrayList<>() : new ArrayList<>(columns);
    }
}

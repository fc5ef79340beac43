package org.vinculo.crm.ui;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;

/**
 * Rows of a {@code p:dataTable}, one page at a time from a boundary.
 *
 * <p>Sorts only by the names it was given. A row key from the browser selects among the rows that the server itself
 * loaded last and never reaches the boundary, so a forged key finds nothing. With {@code multiViewState} the table
 * keeps its place when the person comes back; a place that no longer exists becomes the last page.
 */
public final class LazyTable<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;
    private static final String PAGINATOR =
            "{CurrentPageReport} {FirstPageLink} {PreviousPageLink} {PageLinks} {NextPageLink} {LastPageLink}";

    /** Loads one page; serialisable, because it lives in a view. */
    @FunctionalInterface
    public interface Source<T> extends Function<PageRequest, Page<T>>, Serializable {}

    /** Reads the public id of a row. */
    @FunctionalInterface
    public interface Key<T> extends Function<T, String>, Serializable {}

    private final Source<T> source;
    private final Key<T> key;
    private final Set<String> sortable = new LinkedHashSet<>();
    private SortBy startSort;
    private transient Page<T> page;

    private LazyTable(Source<T> source, Key<T> key) {
        this.source = source;
        this.key = key;
    }

    public static <T> LazyTable<T> of(Source<T> source, Key<T> key) {
        return new LazyTable<>(source, key);
    }

    /** The names by which the list may be sorted; they are the {@code field} of the columns. */
    public LazyTable<T> sortable(String... fields) {
        sortable.addAll(List.of(fields));
        return this;
    }

    /** The order before anybody chose one. */
    public LazyTable<T> startSort(String field, boolean ascending) {
        startSort = new SortBy(field, ascending);
        return this;
    }

    /** Called before the rows are known, only to check the first row wanted: the true count comes with the rows. */
    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return page == null ? Integer.MAX_VALUE : total();
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        List<T> rows = rows(first, pageSize, sortBy);
        sayHowMany();
        return rows;
    }

    List<T> rows(int first, int pageSize, Map<String, SortMeta> sortBy) {
        PageRequest request = fetch(new PageRequest(first, pageSize, sort(sortBy)));
        if (request.first() != first) {
            moveTable(request.first());
        }
        setRowCount(total());
        return page.items();
    }

    /** Loads the wanted page, or the last one when the wanted one is gone; answers which. */
    PageRequest fetch(PageRequest wanted) {
        page = source.apply(wanted);
        if (!page.items().isEmpty() || wanted.first() == 0) {
            return wanted;
        }
        PageRequest last =
                new PageRequest(recalculateFirst(wanted.first(), wanted.size(), total()), wanted.size(), wanted.sort());
        page = source.apply(last);
        return last;
    }

    /** Whether there are more rows than were counted; the line under the table then says "more than". */
    public boolean isTotalCapped() {
        return page != null && page.totalIsCapped();
    }

    public boolean isEmpty() {
        return page != null && page.total() == 0;
    }

    @Override
    public String getRowKey(T row) {
        return row == null ? null : key.apply(row);
    }

    @Override
    public T getRowData(String rowKey) {
        if (page == null || rowKey == null) {
            return null;
        }
        return page.items().stream()
                .filter(row -> rowKey.equals(key.apply(row)))
                .findFirst()
                .orElse(null);
    }

    SortBy sort(Map<String, SortMeta> sortBy) {
        return sortBy.values().stream()
                .filter(meta -> meta.getOrder() != null && !meta.getOrder().isUnsorted())
                .filter(meta -> sortable.contains(meta.getField()))
                .findFirst()
                .map(meta -> new SortBy(meta.getField(), meta.getOrder().isAscending()))
                .orElse(startSort);
    }

    private int total() {
        return (int) Math.min(Integer.MAX_VALUE, page.total());
    }

    private static void moveTable(int first) {
        if (shownTable() instanceof UIData table) {
            table.setFirst(first);
        }
    }

    /** The line under the table; the browser fills in the places when it turns pages. */
    private void sayHowMany() {
        if (shownTable() instanceof DataTable table) {
            table.setPaginatorTemplate(PAGINATOR);
            table.setCurrentPageReportTemplate(range());
        }
    }

    private String range() {
        if (isEmpty()) {
            return "";
        }
        String key = isTotalCapped() ? "ui.table.countCapped" : "ui.table.count";
        return Functions.text(key, "{startRecord}", "{endRecord}", page.total());
    }

    private static UIComponent shownTable() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null ? null : UIComponent.getCurrentComponent(faces);
    }
}

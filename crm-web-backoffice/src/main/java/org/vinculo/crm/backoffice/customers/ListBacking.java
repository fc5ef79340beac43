package org.vinculo.crm.backoffice.customers;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.CustomerColumnTitle;
import org.vinculo.crm.party.CustomerFilterTitle;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.CustomerSortTitle;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.ListChoices;
import org.vinculo.crm.party.ListConditions;
import org.vinculo.crm.party.SavedViewRow;
import org.vinculo.crm.party.SavedViews;
import org.vinculo.crm.shared.Country;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** The list of customers; everything about it is in its address. */
@Named("customerList")
@RequestScoped
public class ListBacking {

    private static final int MOST_BESIDE = 8;

    private static final List<String> COLUMNS = List.of(
            "stage", "lights", "email", "phone", "city", "language", "externalId", "owner", "createdAt", "changedAt");
    private static final List<String> AT_FIRST = List.of("stage", "lights", "email", "phone", "lastContact", "owner");

    /** What is looked at from the highest or latest down. */
    private static final Set<String> FALLING = Set.of("value", "lastContact");

    @EJB
    private CustomerService customers;

    @EJB
    private ListChoices choices;

    @EJB
    private Customer360 story;

    @EJB
    private SavedViews savedViews;

    @EJB
    private ListConditions conditions;

    @Inject
    private Viewer viewer;

    @Inject
    private BulkBacking bulk;

    @Inject
    private PhraseTexts phrases;

    @Inject
    private Clock clock;

    private ListParameters parameters;
    private Page<CustomerRow> page;
    private List<String> columns;
    private List<CustomerColumnTitle> extras;
    private List<CustomerSortTitle> sorts;
    private Map<String, List<ContactLights.Light>> lights;
    private ContactLights.Purpose purpose;
    private List<CustomerFilterTitle> others;
    private List<SavedViewRow> saved;

    /** A filter in the sentence above the list: "owned by <b>me</b>". */
    public record Chip(String text, String value, String without) {}

    /** Something to narrow the list to. */
    public record Option(String text, String href, boolean chosen) {}

    /** Options about the same thing. */
    public record Options(String title, List<Option> options) {}

    /** A list that is looked at often. */
    public record View(String text, String href, boolean current) {}

    /** A column that can be shown. */
    public record Column(String id, String title, boolean shown) {}

    @PostConstruct
    void read() {
        parameters = new ListParameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
        saved = savedViews.list();
        if (parameters.isPlain()) {
            saved.stream()
                    .filter(SavedViewRow::first)
                    .findFirst()
                    .ifPresent(view -> parameters = ListParameters.ofAddress("list?" + href(view)));
        }
        sorts = customers.sorts();
        parameters.sortedByOneOf(sorts);
        extras = customers.extraColumns();
        columns = shownView()
                .map(SavedViewRow::columns)
                .filter(named -> !named.isEmpty())
                .or(choices::columns)
                .orElse(AT_FIRST);
    }

    private static String href(SavedViewRow view) {
        return view.query() + (view.query().isEmpty() ? "" : "&") + "view=" + view.publicId();
    }

    private Optional<SavedViewRow> shownView() {
        return saved.stream()
                .filter(view -> view.publicId().equals(parameters.get("view")))
                .findFirst();
    }

    /** The list's query for pages that do something with it. */
    public String getQuery() {
        return parameters.query();
    }

    /** The list as a parameter of another page's address. */
    public String getAsParameter() {
        return URLEncoder.encode(parameters.address(), StandardCharsets.UTF_8);
    }

    /** Whether there is something to do with all customers of this list. */
    public boolean isBulk() {
        return !isDeletedOnes()
                && (viewer.permits("customer.edit") || viewer.permits("customer.delete"))
                && !getPage().items().isEmpty();
    }

    public Page<CustomerRow> getPage() {
        if (page == null) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
            if (viewer.permits("customer.edit")) {
                // The owners of the rows are among those whom they can be given to: both are read at once.
                bulk.getOwners();
            }
            page = customers.list(parameters.wanted(today, viewer.getZone()), parameters.request(), columns);
        }
        return page;
    }

    public boolean isNarrowed() {
        return Stream.of(
                        "q",
                        "owner",
                        "stage",
                        "kind",
                        "language",
                        "country",
                        "created",
                        "changed",
                        "tier",
                        "phase",
                        "segment",
                        "where",
                        "quality",
                        "channel",
                        "source",
                        "picked",
                        "figure",
                        "alike",
                        "model",
                        "partner")
                .anyMatch(parameters::has);
    }

    public boolean isDeletedOnes() {
        return parameters.has("deleted");
    }

    /** Whether rows can be ticked: there is something that the person may do with them together. */
    public boolean isPickable() {
        return !isDeletedOnes()
                && (viewer.permits("customer.edit")
                        || viewer.permits("customer.delete")
                        || viewer.permits("export.run"));
    }

    public String getQ() {
        return parameters.get("q");
    }

    /** The page of a customer of this list, from which one can go on to the next. */
    public String open(CustomerRow row) {
        int place = (parameters.page() - 1) * ListParameters.ROWS
                + getPage().items().indexOf(row);
        return "view?id=" + row.publicId() + Neighbours.trail(parameters, place);
    }

    public List<ContactLights.Light> lights(CustomerRow row) {
        if (lights == null) {
            lights = story.lights(
                    getPage().items().stream().map(CustomerRow::publicId).toList(),
                    purpose().code());
        }
        return lights.getOrDefault(row.publicId(), List.of());
    }

    /** What the lights of the list are about. */
    public String getPurpose() {
        return phrases.of(purpose().label());
    }

    /** The purpose that is asked most; contact is never without one. */
    private ContactLights.Purpose purpose() {
        if (purpose == null) {
            purpose = story.purposes().get(0);
        }
        return purpose;
    }

    public boolean shows(String column) {
        return columns.contains(column);
    }

    public String extra(CustomerRow row, String column) {
        return phrases.of(row.extras().get(column));
    }

    public List<CustomerColumnTitle> getShownExtras() {
        return extras.stream().filter(extra -> columns.contains(extra.id())).toList();
    }

    /** Whether more is shown than fits beside each other on a usual screen: then the table scrolls, not the page. */
    public boolean isWide() {
        return columns.size() > MOST_BESIDE;
    }

    public List<Column> getColumns() {
        List<Column> all = new ArrayList<>();
        COLUMNS.forEach(id -> all.add(new Column(id, text("party.list.column." + id), shows(id))));
        extras.forEach(extra -> all.add(new Column(extra.id(), phrases.of(extra.title()), shows(extra.id()))));
        return all;
    }

    public List<String> getChosenColumns() {
        return columns;
    }

    public void setChosenColumns(List<String> chosen) {
        columns = chosen == null ? List.of() : List.copyOf(chosen);
    }

    /** Keeps the columns for this person and opens the list again where it was. */
    public void chooseColumns() throws java.io.IOException {
        List<String> known =
                getColumns().stream().map(Column::id).filter(columns::contains).toList();
        choices.choose(known);
        String back = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("back", "");
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext()
                .redirect(faces.getExternalContext().getRequestContextPath() + "/customers/"
                        + ListParameters.ofAddress(back).address());
    }

    /** The address of this very list. */
    public String getHere() {
        return parameters.address();
    }

    /** What the list can be put in the order of. */
    public List<Option> getSorts() {
        return sorts.stream()
                .map(sort -> new Option(
                        phrases.of(sort.title()),
                        sortBy(sort.field()),
                        parameters.sortField().equals(sort.field())))
                .toList();
    }

    /** The list in its natural order, or turned round when it is sorted by this already; of values the highest come first. */
    public String sortBy(String field) {
        boolean falls = FALLING.contains(field);
        boolean turn = parameters.sortField().equals(field) && parameters.isAscending() != falls;
        return parameters.with("sort", turn == falls ? field : "-" + field);
    }

    /** For assistive technology: {@code ascending}, {@code descending} or null. */
    public String sorted(String field) {
        if (!parameters.sortField().equals(field)) {
            return null;
        }
        return parameters.isAscending() ? "ascending" : "descending";
    }

    public String getPrevious() {
        return parameters.page() > 1 ? parameters.with("page", Integer.toString(parameters.page() - 1)) : null;
    }

    public String getNext() {
        boolean more = getPage().totalIsCapped()
                || (long) parameters.page() * ListParameters.ROWS < getPage().total();
        boolean full = getPage().items().size() == ListParameters.ROWS;
        return more && full ? parameters.with("page", Integer.toString(parameters.page() + 1)) : null;
    }

    public String getRange() {
        int first = (parameters.page() - 1) * ListParameters.ROWS;
        String key = getPage().totalIsCapped() ? "party.list.rangeCapped" : "party.list.range";
        return text(key, first + 1, first + getPage().items().size(), getPage().total());
    }

    public List<View> getViews() {
        boolean free = !isNarrowed() && !isDeletedOnes();
        List<View> views = new ArrayList<>();
        boolean opensElsewhere = saved.stream().anyMatch(SavedViewRow::first);
        boolean asSaved = shownView().isPresent();
        views.add(new View(text("party.list.view.all"), opensElsewhere ? "list?view=all" : "list", free && !asSaved));
        saved.forEach(view -> views.add(
                new View(view.name(), "list?" + href(view), view.publicId().equals(parameters.get("view")))));
        views.add(view("party.list.view.mine", "owner", "ME"));
        views.add(view("party.list.view.team", "owner", "TEAM"));
        views.add(view("party.list.view.prospects", "stage", "PROSPECT"));
        views.add(view("party.list.view.new", "created", "30"));
        views.add(view("party.list.view.deleted", "deleted", "true"));
        return views;
    }

    private View view(String key, String name, String value) {
        boolean alone = value.equals(parameters.get(name))
                && ListParameters.NAMES.stream()
                        .filter(other -> !other.equals("sort") && !other.equals("page"))
                        .noneMatch(other -> !other.equals(name) && parameters.has(other));
        return new View(text(key), "list?" + name + "=" + value, alone);
    }

    public List<Chip> getChips() {
        Stream<Chip> own = Stream.of(
                        "q", "owner", "stage", "kind", "language", "country", "created", "changed", "where", "deleted")
                .filter(parameters::has)
                .map(name -> new Chip(
                        text("party.list.chip." + name),
                        value(name, parameters.get(name)),
                        parameters.with(name, null)));
        Stream<Chip> others = getOtherFilters().stream()
                .filter(filter -> parameters.has(filter.name()))
                .map(filter -> new Chip(
                        phrases.of(filter.title()),
                        words(filter, parameters.get(filter.name())),
                        parameters.with(filter.name(), null)));
        return Stream.concat(own, others).toList();
    }

    private String words(CustomerFilterTitle filter, String value) {
        return filter.values().stream()
                .filter(each -> each.code().equals(value))
                .findFirst()
                .map(each -> phrases.of(each.text()))
                .orElseGet(() -> phrases.of(customers.filterText(filter.name(), value)));
    }

    private List<CustomerFilterTitle> getOtherFilters() {
        if (others == null) {
            others = customers.extraFilters();
        }
        return others;
    }

    private Options options(CustomerFilterTitle filter) {
        return new Options(
                phrases.of(filter.title()),
                filter.values().stream()
                        .map(value -> new Option(
                                phrases.of(value.text()),
                                parameters.with(filter.name(), value.code()),
                                value.code().equals(parameters.get(filter.name()))))
                        .toList());
    }

    public List<Options> getFilters() {
        List<Options> own = List.of(
                options("owner", names(CustomerList.Ownership.values())),
                options("stage", names(CustomerStage.values())),
                options("kind", names(CustomerKind.values())),
                options(
                        "language",
                        Texts.LOCALES.stream().map(Locale::toLanguageTag).toList()),
                options("country", List.of("BR", "PT", "ES", "GB", "US")),
                options("created", List.of("7", "30", "90", "365")),
                options("changed", List.of("7", "30", "90", "365")));
        return Stream.concat(
                        own.stream(),
                        getOtherFilters().stream().map(this::options).filter(each -> !each.options()
                                .isEmpty()))
                .toList();
    }

    private Options options(String name, List<String> values) {
        return new Options(
                text("party.list.filter." + name),
                values.stream()
                        .map(value -> new Option(
                                value(name, value), parameters.with(name, value), value.equals(parameters.get(name))))
                        .toList());
    }

    private String value(String name, String value) {
        return switch (name) {
            case "q" -> "“" + value + "”";
            case "owner", "stage", "kind" -> text("party.list.value." + value);
            case "language" -> language(value);
            case "country" -> country(value);
            case "created", "changed" -> text("party.list.value.days", Integer.valueOf(value));
            case "where" -> phrases.of(conditions.words(parameters.where()));
            default -> "";
        };
    }

    /** The language in the words of the person who reads. */
    public String language(String tag) {
        return tag == null ? "" : Locale.forLanguageTag(tag).getDisplayLanguage(viewer.getLocale());
    }

    public String country(String code) {
        return Country.name(code, viewer.getLocale());
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }
}

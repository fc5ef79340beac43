package org.vinculo.crm.backoffice.search;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.SearchGroup;
import org.vinculo.crm.party.SearchHit;
import org.vinculo.crm.party.SearchService;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** What the search found, as the box shows it while somebody types and as the page shows all of it. */
@Named
@RequestScoped
public class SearchBacking {

    private static final int ROWS = 25;
    private static final int MOST_PAGES = 400;
    private static final int LONGEST = 200;

    @EJB
    private SearchService search;

    @Inject
    private Commands commandList;

    @Inject
    private Viewer viewer;

    private String q = "";
    private String kind = SearchService.CUSTOMERS;
    private int page = 1;
    private SearchGroup group;
    private List<SearchGroup> quick;
    private List<Commands.Command> commands;

    /** A kind of results. */
    public record Kind(String name, Phrase title) {}

    public boolean isAsked() {
        return !q.isBlank();
    }

    public List<SearchGroup> getQuick() {
        if (quick == null) {
            quick = search.quick(q);
        }
        return quick;
    }

    /** The kind with which the page of all results begins. */
    public String getBest() {
        return getQuick().isEmpty()
                ? SearchService.CUSTOMERS
                : getQuick().get(0).kind();
    }

    /** Things that were found and can be opened with the keyboard, without the commands. */
    public int getFound() {
        return getQuick().stream().mapToInt(each -> each.hits().size()).sum()
                + getCommands().size();
    }

    public List<Commands.Command> getCommands() {
        if (commands == null) {
            commands = commandList.matching(q);
        }
        return commands;
    }

    public List<Kind> getKinds() {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind(SearchService.CUSTOMERS, Phrase.of("search.customers")));
        search.kinds().forEach((name, title) -> kinds.add(new Kind(name, title)));
        return kinds;
    }

    public SearchGroup getGroup() {
        if (group == null) {
            int first = (page - 1) * ROWS;
            group = SearchService.CUSTOMERS.equals(kind)
                    ? search.customers(q, first, ROWS)
                    : search.records(kind, q, first, ROWS);
        }
        return group;
    }

    public String getRange() {
        int first = (page - 1) * ROWS;
        return Texts.text(
                viewer.getLocale(),
                "search.range",
                first + 1,
                first + getGroup().hits().size());
    }

    /** The address of a part of the results, seen from the page of results. */
    public String address(String wantedKind, int wantedPage) {
        return "search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&kind=" + wantedKind
                + (wantedPage > 1 ? "&page=" + wantedPage : "");
    }

    public String open(SearchHit hit) {
        return link(hit.outcome() + "?id=" + hit.publicId());
    }

    /** A page as an address of this server. */
    public String link(String outcome) {
        String context = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
        return context + (outcome.startsWith("/") ? "" : "/") + outcome;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        String line = q == null ? "" : q.strip();
        this.q = line.substring(0, Math.min(LONGEST, line.length()));
    }

    public String getKind() {
        return kind;
    }

    /** A kind that is not there is as good as none. */
    public void setKind(String kind) {
        this.kind = kind != null && search.kinds().containsKey(kind) ? kind : SearchService.CUSTOMERS;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, Math.min(MOST_PAGES, page));
    }
}

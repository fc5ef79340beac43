package org.vinculo.crm.backoffice.duplicates;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.DuplicatePairView;
import org.vinculo.crm.party.DuplicateScanView;
import org.vinculo.crm.party.DuplicateSearch;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.Duplicates;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** The queue of pairs; what it is narrowed to is in its address. */
@Named("duplicateList")
@RequestScoped
public class ListBacking {

    private static final int ROWS = 25;
    private static final int MOST_PAGES = 400;
    private static final int PERCENT = 100;
    private static final Set<String> SCORES = Set.of("50", "70", "90");

    @EJB
    private Duplicates duplicates;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private String state = DuplicateState.OPEN.name();
    private String score = String.valueOf(DuplicateSearch.PROPOSED);
    private String kind;
    private int page = 1;
    private Page<DuplicatePairView> pairs;
    private Optional<DuplicateScanView> scan;

    public Page<DuplicatePairView> getPairs() {
        if (pairs == null) {
            DuplicateSearch search = new DuplicateSearch(
                    DuplicateState.valueOf(state),
                    Integer.parseInt(score),
                    kind == null ? null : CustomerKind.valueOf(kind));
            pairs = duplicates.search(search, PageRequest.of((page - 1) * ROWS, ROWS));
        }
        return pairs;
    }

    public String begin() {
        duplicates.scan();
        feedback.done("duplicates.scan.begun");
        return here();
    }

    public String dismiss() {
        ArrayList<String> picked = picked();
        int done = duplicates.dismiss(picked);
        if (done == 0) {
            feedback.warn("duplicates.list.none");
        } else {
            feedback.done(
                    () -> CDI.current().select(Duplicates.class).get().reopen(picked),
                    "duplicates.list.dismissedNow",
                    done);
        }
        return here();
    }

    public String reopen() {
        ArrayList<String> picked = picked();
        int done = duplicates.reopen(picked);
        if (done == 0) {
            feedback.warn("duplicates.list.none");
        } else {
            feedback.done("duplicates.list.reopenedNow", done);
        }
        return here();
    }

    /** The pairs that are ticked, or the one whose own button was pressed. */
    private static ArrayList<String> picked() {
        String[] ids = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get("picked");
        return ids == null ? new ArrayList<>() : new ArrayList<>(List.of(ids));
    }

    private String here() {
        return "/duplicates/list?faces-redirect=true&state=" + state + "&score=" + score
                + (kind == null ? "" : "&kind=" + kind);
    }

    /** The address of another page of the same list. */
    public String at(int wanted) {
        return "list?state=" + state + "&score=" + score + (kind == null ? "" : "&kind=" + kind) + "&page=" + wanted;
    }

    public boolean isPrevious() {
        return page > 1;
    }

    public boolean isNext() {
        return page < MOST_PAGES && (long) page * ROWS < getPairs().total();
    }

    public String getRange() {
        int first = (page - 1) * ROWS;
        String total =
                viewer.getFormat().number(getPairs().total(), 0) + (getPairs().totalIsCapped() ? "+" : "");
        return Texts.text(
                viewer.getLocale(),
                "duplicates.list.range",
                viewer.getFormat().number(first + 1L, 0),
                viewer.getFormat().number(first + (long) getPairs().items().size(), 0),
                total);
    }

    /** The newest search; null before the first. */
    public DuplicateScanView getScan() {
        if (scan == null) {
            scan = duplicates.lastScan();
        }
        return scan.orElse(null);
    }

    public int getPercent() {
        return (int) Math.round(getScan().progress() * PERCENT);
    }

    public String getState() {
        return state;
    }

    /** One of the tabs; everything else is the open pairs. */
    public void setState(String state) {
        boolean known = List.of(DuplicateState.values()).stream()
                .anyMatch(each -> each.name().equals(state));
        this.state = known ? state : DuplicateState.OPEN.name();
    }

    public String getScore() {
        return score;
    }

    public void setScore(String score) {
        this.score = score != null && SCORES.contains(score) ? score : String.valueOf(DuplicateSearch.PROPOSED);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        boolean known = List.of(CustomerKind.values()).stream()
                .anyMatch(each -> each.name().equals(kind));
        this.kind = known ? kind : null;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, Math.min(MOST_PAGES, page));
    }
}

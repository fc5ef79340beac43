package org.vinculo.crm.backoffice.promises;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.activity.PromiseFilter;
import org.vinculo.crm.activity.PromiseList;
import org.vinculo.crm.activity.PromiseService;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** What was promised; also the promises behind a number. What makes no sense in the address is left out. */
@Named("promiseList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> TABS = List.of("MINE", "OPEN", "OVERDUE", "KEPT", "LATE", "WITHDRAWN");

    @EJB
    private PromiseService promises;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private String view = "MINE";
    private String owner;
    private String team;
    private String from;
    private String to;

    private final LazyTable<PromiseView> rows =
            LazyTable.of(request -> promises.list(wanted(), request), PromiseView::publicId);

    private PromiseList wanted() {
        if ("MINE".equals(view)) {
            return PromiseList.mine(PromiseFilter.OPEN);
        }
        PromiseFilter filter = Arrays.stream(PromiseFilter.values())
                .filter(each -> each.name().equals(view))
                .findFirst()
                .orElse(PromiseFilter.ALL);
        return new PromiseList(filter, false, owner, team, day(from), day(to));
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    public String keep(PromiseView promise) {
        promises.keep(promise.publicId(), null);
        String id = promise.publicId();
        feedback.done(() -> reopen(id), "activity.promise.isKept", promise.what());
        return "/promises/list?faces-redirect=true&includeViewParams=true";
    }

    private static void reopen(String id) {
        CDI.current().select(PromiseService.class).get().reopen(id);
    }

    /** What narrows the list besides the tab, in words. */
    public List<String> getChips() {
        List<String> chips = new ArrayList<>();
        if (owner != null) {
            promises.people().stream()
                    .filter(each -> each.publicId().equals(owner))
                    .findFirst()
                    .ifPresent(each -> chips.add(each.name()));
        }
        if (day(from) != null && day(to) != null) {
            chips.add(Texts.text(
                    viewer.getLocale(),
                    "activity.rates.time",
                    viewer.getFormat().date(day(from)),
                    viewer.getFormat().date(day(to))));
        }
        if (team != null) {
            chips.add(Texts.text(viewer.getLocale(), "activity.rates.oneTeam"));
        }
        return chips;
    }

    public List<String> getTabs() {
        return TABS;
    }

    public LazyTable<PromiseView> getRows() {
        return rows;
    }

    public String getView() {
        return view;
    }

    public void setView(String view) {
        this.view = view == null ? "MINE" : view;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}

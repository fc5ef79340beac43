package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.Customer360View;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.Figure;
import org.vinculo.crm.party.Tab;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.TimelineGroup;
import org.vinculo.crm.party.TimelinePage;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** The page that tells the story of a customer. What it shows comes from the rooms; it only arranges it. */
@Named("customerView")
@ViewScoped
public class ViewBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ENTRIES = 25;
    private static final String TIMELINE = "timeline";

    @EJB
    private Customer360 story;

    @EJB
    private CustomerService customers;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    @Inject
    private Clock clock;

    private String id;
    private String tab = TIMELINE;
    private String group;
    private String purpose;
    private Customer360View view;
    private List<TimelineEntry> entries = new ArrayList<>();
    private String next;
    private List<ContactLights.Light> lights;

    /** The entries of one day. */
    public record Day(String title, List<TimelineEntry> entries) implements Serializable {}

    public void load() throws IOException {
        view = story.open(id);
        if (!getCustomer().publicId().equals(id)) {
            // The number of a merged record leads on.
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect("view?id=" + getCustomer().publicId());
            return;
        }
        if (isTimeline()) {
            older();
        }
    }

    /** The next page of the timeline, below the ones that are shown. */
    public void older() {
        TimelinePage page = story.timeline(id, chosenGroup(), next, ENTRIES);
        entries.addAll(page.entries());
        next = page.next();
    }

    /** The timeline from its beginning: something was just added to it. */
    public void newest() {
        entries.clear();
        next = null;
        older();
    }

    private TimelineGroup chosenGroup() {
        for (TimelineGroup each : TimelineGroup.values()) {
            if (each.name().equals(group)) {
                return each;
            }
        }
        return null;
    }

    public boolean isTimeline() {
        return openTab() == null;
    }

    /** The fragment of the open tab; one that is empty when there is none to include. */
    public String getTabPage() {
        Tab open = view == null ? null : openTab();
        return open == null || open.denied() ? "/WEB-INF/customers/no-tab.xhtml" : open.page();
    }

    public boolean isTabDenied() {
        Tab open = openTab();
        return open != null && open.denied();
    }

    private Tab openTab() {
        return view.tabs().stream()
                .filter(each -> each.id().equals(tab))
                .findFirst()
                .orElse(null);
    }

    public List<Day> getDays() {
        Map<LocalDate, List<TimelineEntry>> byDay = new LinkedHashMap<>();
        entries.forEach(entry -> byDay.computeIfAbsent(entry.day(viewer.getZone()), day -> new ArrayList<>())
                .add(entry));
        return byDay.entrySet().stream()
                .map(day -> new Day(title(day.getKey()), day.getValue()))
                .toList();
    }

    private String title(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
        Locale locale = viewer.getLocale();
        if (day.equals(today)) {
            return Texts.text(locale, "party.timeline.today");
        }
        if (day.equals(today.minusDays(1))) {
            return Texts.text(locale, "party.timeline.yesterday");
        }
        String text = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** What time it is where the customer is; null when nobody knows where that is. */
    public String getLocalTime() {
        if (getCustomer().zone() == null) {
            return null;
        }
        ZonedDateTime there = clock.instant().atZone(getCustomer().zone());
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(viewer.getLocale())
                .format(there);
    }

    public String getLocalPlace() {
        return view.customer().city() != null
                ? view.customer().city()
                : getCustomer().zone().getDisplayName(TextStyle.SHORT, viewer.getLocale());
    }

    public String getLanguage() {
        String tag = view.customer().language();
        if (tag == null) {
            return null;
        }
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(viewer.getLocale());
        return name.substring(0, 1).toUpperCase(viewer.getLocale()) + name.substring(1);
    }

    public List<ContactLights.Light> getLights() {
        if (lights == null && !view.purposes().isEmpty()) {
            lights = story.lights(id, getPurpose());
        }
        return lights;
    }

    /** The purpose that was chosen, else the first one. */
    public String getPurpose() {
        boolean known = view.purposes().stream().anyMatch(each -> each.code().equals(purpose));
        return known ? purpose : view.purposes().get(0).code();
    }

    /** The purpose in the address, whatever it is. */
    public String getPurposeAsked() {
        return purpose;
    }

    public void setPurposeAsked(String asked) {
        purpose = asked;
    }

    /**
     * Address of the rows behind a figure, empty where they do not open.
     *
     * @param trail that leads back to the list
     */
    public String link(Figure figure, String trail) {
        if (figure.list() != null) {
            return ".." + figure.list() + "&customer=" + id;
        }
        return figure.tab() == null ? "" : tabLink(figure.tab()) + trail;
    }

    /** The address of a tab. */
    public String tabLink(String tabId) {
        return "view?id=" + getCustomer().publicId() + "&tab=" + tabId;
    }

    public String delete() {
        String name = getCustomer().name();
        customers.delete(id);
        String deleted = id;
        feedback.done(() -> Restoring.of(deleted), "party.view.deleted", name);
        return "/customers/list?faces-redirect=true";
    }

    public String restore() {
        customers.restore(id);
        feedback.done("party.view.restored", getCustomer().name());
        return here();
    }

    private String here() {
        return "/customers/view?faces-redirect=true&id=" + id;
    }

    /** The customer as the fragments of the rooms need it. */
    public CustomerRef getCustomer() {
        if (view == null) {
            throw new NotFound();
        }
        return view.customer().ref();
    }

    public Customer360View getView() {
        return view;
    }

    public boolean isMore() {
        return next != null;
    }

    public boolean isStoryEmpty() {
        return entries.isEmpty();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(String tab) {
        this.tab = tab == null ? TIMELINE : tab;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }
}

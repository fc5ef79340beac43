package org.vinculo.crm.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vinculo.crm.identity.CurrentCaller;

/**
 * The navigation of both doors, in the order of the work. An entry shows when its page exists in the web module and
 * the viewer may open it, by the same rules that guard the page: so there is no dead entry and no second list of
 * permissions.
 */
@Named
@ApplicationScoped
public class Navigation {

    private static final String VALUE = "value";
    private static final String ADMINISTRATION = "administration";

    private static final List<NavEntry> BACKOFFICE = List.of(
            new NavEntry("home", null, "ui.nav.home", "home", "/home", "h"),
            new NavEntry("customers", null, "ui.nav.customers", "users", "/customers/list", "k"),
            new NavEntry("duplicates", "customers", "ui.nav.duplicates", "users", "/duplicates/list", null),
            new NavEntry("groups", "customers", "ui.nav.groups", "tag", "/customers/groups", null),
            new NavEntry("partners", "customers", "ui.nav.partners", "team", "/relations/partners", null),
            new NavEntry("quality", "customers", "ui.nav.quality", "check", "/quality/overview", null),
            new NavEntry("imports", "customers", "ui.nav.imports", "up", "/imports/list", "i"),
            new NavEntry("exports", "customers", "ui.nav.exports", "dl", "/exports/list", null),
            new NavEntry("tasks", null, "ui.nav.tasks", "task", "/tasks/list", "t"),
            new NavEntry("calendar", "tasks", "ui.nav.calendar", "calendar", "/calendar/view", null),
            new NavEntry("promises", "tasks", "ui.nav.promises", "flag", "/promises/list", null),
            new NavEntry("cadence", "tasks", "ui.nav.cadence", "chat", "/cadence/list", null),
            new NavEntry("kept", "tasks", "ui.nav.kept", "insight", "/promises/rates", null),
            new NavEntry("segments", "customers", "ui.nav.segments", "team", "/segments/list", "s"),
            new NavEntry("interactions", null, "ui.nav.interactions", "chat", "/interactions/list", "o"),
            new NavEntry("triage", "interactions", "ui.nav.triage", "mail", "/interactions/triage", null),
            new NavEntry("talkReport", "interactions", "ui.nav.talkReport", "insight", "/interactions/report", null),
            new NavEntry(VALUE, null, "ui.nav.value", "value", "/value/overview", "v"),
            new NavEntry("risk", VALUE, "ui.nav.risk", "warn", "/value/risk", null),
            new NavEntry("affinity", VALUE, "ui.nav.affinity", "swap", "/value/affinity", null),
            new NavEntry("channelCosts", VALUE, "ui.nav.channelCosts", "money", "/value/channel-costs", null),
            new NavEntry(ADMINISTRATION, null, "ui.nav.administration", "gear", "/admin/home", "a"),
            new NavEntry("users", ADMINISTRATION, "ui.nav.users", "user", "/admin/users", null),
            new NavEntry("teams", ADMINISTRATION, "ui.nav.teams", "team", "/admin/teams", null),
            new NavEntry("roles", ADMINISTRATION, "ui.nav.roles", "shield", "/admin/roles", null),
            new NavEntry("fields", ADMINISTRATION, "ui.nav.fields", "edit", "/admin/fields", null),
            new NavEntry("tokens", ADMINISTRATION, "ui.nav.tokens", "key", "/admin/tokens", null),
            new NavEntry("signins", ADMINISTRATION, "ui.nav.signins", "lock", "/admin/signins", null),
            new NavEntry("outbox", ADMINISTRATION, "ui.nav.outbox", "mail", "/admin/outbox", null),
            new NavEntry("privacy", ADMINISTRATION, "ui.nav.privacy", "shield", "/privacy/requests", null),
            new NavEntry("audit", ADMINISTRATION, "ui.nav.audit", "eye", "/admin/audit", null),
            new NavEntry("jobs", ADMINISTRATION, "ui.nav.jobs", "clock", "/admin/jobs", null),
            new NavEntry("settings", ADMINISTRATION, "ui.nav.settings", "gear", "/admin/settings", null),
            new NavEntry("status", ADMINISTRATION, "ui.nav.status", "insight", "/status", null),
            new NavEntry("backups", ADMINISTRATION, "ui.nav.backups", "db", "/admin/backups", null),
            new NavEntry("files", ADMINISTRATION, "ui.nav.files", "file", "/admin/files", null),
            new NavEntry("maintenance", ADMINISTRATION, "ui.nav.maintenance", "flag", "/admin/maintenance", null));

    private static final List<NavEntry> BACKOFFICE_CREATABLE = List.of(
            new NavEntry("customers", null, "ui.create.customer", "users", "/customers/new", null),
            new NavEntry("tasks", null, "ui.create.task", "task", "/tasks/new", null),
            new NavEntry("calendar", null, "ui.create.appointment", "calendar", "/calendar/new", null),
            new NavEntry("promises", null, "ui.create.promise", "flag", "/promises/new", null),
            new NavEntry("imports", null, "ui.create.import", "up", "/imports/new", null));

    private static final List<NavEntry> PORTAL = List.of(
            new NavEntry("home", null, "ui.nav.home", "home", "/home", null),
            new NavEntry("purchases", null, "ui.nav.purchases", "box", "/purchases", null),
            new NavEntry("messages", null, "ui.nav.messages", "mail", "/messages", null),
            new NavEntry("preferences", null, "ui.nav.preferences", "chat", "/preferences", null),
            new NavEntry("data", null, "ui.nav.data", "user", "/data", null));

    private static final List<NavEntry> PERSONAL = List.of(
            new NavEntry("notices", null, "ui.me.notices", "bell", "/notices", null),
            new NavEntry("account", null, "ui.me.profile", "user", "/profile", null),
            new NavEntry("account", null, "ui.me.security", "lock", "/profile/security", null),
            new NavEntry("promises", null, "activity.my.title", "flag", "/promises", null),
            new NavEntry("appointments", null, "activity.mine.title", "calendar", "/appointments", null),
            new NavEntry("data", null, "ui.nav.data", "user", "/data", null),
            new NavEntry("privacy", null, "ui.nav.myPrivacy", "shield", "/privacy", null),
            new NavEntry("team", null, "ui.nav.team", "team", "/team", null),
            new NavEntry("security", null, "ui.nav.security", "lock", "/security", null));

    @Inject
    CurrentCaller caller;

    /** The first level. A heading that has no page of its own leads to its first child. */
    public List<NavEntry> getTop() {
        return entries().stream()
                .filter(entry -> entry.group() == null)
                .map(this::reachable)
                .filter(entry -> entry != null)
                .toList();
    }

    public List<NavEntry> under(String section) {
        return entries().stream()
                .filter(entry -> entry.group() != null && entry.group().equals(section))
                .filter(entry -> reaches(entry.outcome()))
                .toList();
    }

    /** Whether the present page stands in a top section or under it, so that its children are shown. */
    public boolean opens(String top, String present) {
        return top != null
                && (top.equals(present)
                        || entries().stream()
                                .anyMatch(entry -> entry.section().equals(present) && top.equals(entry.group())));
    }

    public List<NavEntry> getCreatable() {
        return door() == Door.PORTAL
                ? List.of()
                : BACKOFFICE_CREATABLE.stream()
                        .filter(entry -> reaches(entry.outcome()))
                        .toList();
    }

    /** Every page of the navigation that the viewer may open, the personal ones last. */
    public List<NavEntry> getPages() {
        return Stream.concat(entries().stream(), PERSONAL.stream())
                .filter(entry -> reaches(entry.outcome()))
                .toList();
    }

    public List<NavEntry> getPersonal() {
        return PERSONAL.stream().filter(entry -> reaches(entry.outcome())).toList();
    }

    public List<NavEntry> getWithShortcut() {
        return getTop().stream()
                .filter(entry -> entry.shortcut() != null)
                .sorted(Comparator.comparing(NavEntry::shortcut))
                .toList();
    }

    /** Whether a page exists here and the viewer may open it. */
    public boolean reaches(String outcome) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ServletContext servlet = (ServletContext) faces.getExternalContext().getContext();
        return PageRules.of(servlet).admits(outcome + ".xhtml", role -> PageRules.isIn(caller.get(), role));
    }

    private NavEntry reachable(NavEntry entry) {
        if (reaches(entry.outcome())) {
            return entry;
        }
        return under(entry.section()).stream()
                .findFirst()
                .map(child -> entry.leadingTo(child.outcome()))
                .orElse(null);
    }

    private static List<NavEntry> entries() {
        return door() == Door.PORTAL ? PORTAL : BACKOFFICE;
    }

    private static Door door() {
        return Door.of(FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath());
    }
}

package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vinculo.crm.audit.AuditFilter;
import org.vinculo.crm.audit.AuditService;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.AuditWords;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** Who changed what, when and from where. */
@Named
@RequestScoped
public class AuditBacking {

    private static final int ROWS = 50;
    private static final String ACTIONS = "audit.action.";
    private static final String ENTITIES = "audit.entity.";
    private static final String CUSTOMER = "customer";

    @EJB
    private AuditService audit;

    @Inject
    private Viewer viewer;

    private String who;
    private String action;
    private String entity;
    private LocalDate from;
    private LocalDate to;
    private Long before;
    private List<AuditView> entries = List.of();
    private boolean older;

    public void load() {
        List<AuditView> found = audit.find(filter(), before, ROWS + 1);
        older = found.size() > ROWS;
        entries = older ? found.subList(0, ROWS) : found;
    }

    public String search() {
        before = null;
        return "/admin/audit?faces-redirect=true&includeViewParams=true";
    }

    private AuditFilter filter() {
        return new AuditFilter(
                blankToNull(action),
                blankToNull(entity),
                Normal.line(who),
                null,
                start(from),
                to == null ? null : start(to.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(viewer.getZone()).toInstant();
    }

    private static String blankToNull(String code) {
        return code == null || code.isBlank() ? null : code;
    }

    public AuditWords getWords() {
        return new AuditWords(viewer.getLocale(), viewer.getZone());
    }

    public List<SelectItem> getActions() {
        return choices(ACTIONS, getWords()::action);
    }

    public List<SelectItem> getEntities() {
        return choices(ENTITIES, getWords()::entity);
    }

    private static List<SelectItem> choices(String prefix, UnaryOperator<String> label) {
        return Texts.keys(prefix).stream()
                .map(key -> key.substring(prefix.length()))
                .map(code -> new SelectItem(code, label.apply(code)))
                .sorted(Comparator.comparing(item -> Normal.fold(item.getLabel())))
                .toList();
    }

    /** Whether the entry is about a customer whose page the viewer may open. */
    public boolean isCustomer(AuditView entry) {
        return CUSTOMER.equals(entry.entity())
                && entry.entityId() != null
                && viewer.permits(Permission.Code.CUSTOMER_VIEW);
    }

    public List<AuditView> getEntries() {
        return entries;
    }

    public boolean isOlder() {
        return older;
    }

    /** Below which entry the next page begins. */
    public Long getLast() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1).id();
    }

    public boolean isFiltered() {
        return !filter().equals(AuditFilter.ANY);
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getEntity() {
        return entity;
    }

    public void setEntity(String entity) {
        this.entity = entity;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public Long getBefore() {
        return before;
    }

    public void setBefore(Long before) {
        this.before = before;
    }
}

package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.BulkAction;
import org.vinculo.crm.party.BulkRunView;
import org.vinculo.crm.party.BulkService;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomFields;
import org.vinculo.crm.party.CustomTexts;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerListJson;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.GroupService;
import org.vinculo.crm.party.ListConditions;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.SelectionAction;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** Something done with all customers of a list: what, with how many, and what they get. */
@Named("customerBulkAll")
@ViewScoped
public class BulkAllBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private BulkService bulk;

    @EJB
    private CustomerService customers;

    @EJB
    private GroupService groups;

    @EJB
    private ListConditions conditions;

    @EJB
    private CustomFields fields;

    @Inject
    private Viewer viewer;

    @Inject
    private PhraseTexts phrases;

    @Inject
    private transient Clock clock;

    @Inject
    @Any
    private transient Instance<SelectionAction> others;

    private String list = "list";
    private long count;
    private BulkAction action;
    private String argument;
    private List<BulkAction> actions;
    private List<ConditionField.Value> choices;
    private List<CustomEntry> entries;
    private String field;

    public void load() {
        count = bulk.count(wanted());
        actions = bulk.actions();
        if (action == null && !actions.isEmpty()) {
            action = actions.get(0);
        }
    }

    private CustomerList wanted() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
        return ListParameters.ofAddress(list).wanted(today, viewer.getZone());
    }

    /** Another work: what was chosen for the one before makes no sense. */
    public void chosen() {
        argument = null;
        choices = null;
    }

    public String start() {
        String given = argument;
        if (action == BulkAction.FIELD) {
            CustomEntry entry = getEntry();
            String value =
                    CustomTexts.values(List.of(entry), viewer.getLocale()).get(entry.getCode());
            given = entry.getCode() + "=" + (value == null ? "" : value);
        }
        return "/customers/bulk-run?faces-redirect=true&id=" + bulk.start(wanted(), action, given);
    }

    /** The fields of administrators that may be set, without values. */
    public List<CustomEntry> getEntries() {
        if (entries == null) {
            entries = fields.of(null).stream().filter(CustomEntry::isEditable).toList();
        }
        return entries;
    }

    /** The field that is set; the first one until another is chosen. */
    public CustomEntry getEntry() {
        return getEntries().stream()
                .filter(each -> each.getCode().equals(field))
                .findFirst()
                .orElseGet(() -> getEntries().isEmpty() ? null : getEntries().get(0));
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    /** {@code text}, {@code choice} or {@code none}. */
    public String getInput() {
        if (action == null || !action.takesArgument() || action == BulkAction.FIELD) {
            return "none";
        }
        return action == BulkAction.ACQUIRED_FROM ? "text" : "choice";
    }

    /** Whether nothing is something to choose: nobody, no team. */
    public boolean isOptional() {
        return action == BulkAction.OWNER
                || action == BulkAction.TEAM
                || action == BulkAction.LANGUAGE
                || action == BulkAction.ACQUIRED_VIA;
    }

    public List<ConditionField.Value> getChoices() {
        if (choices == null) {
            choices = action == null ? List.of() : choices(action);
        }
        return choices;
    }

    private List<ConditionField.Value> choices(BulkAction of) {
        return switch (of) {
            case OWNER -> customers.owners().stream().map(BulkAllBacking::value).toList();
            case TEAM -> bulk.teams().stream().map(BulkAllBacking::value).toList();
            case TAG, UNTAG -> groups(GroupKind.TAG);
            case LIST_ADD, LIST_REMOVE -> groups(GroupKind.LIST);
            case STAGE -> names("party.stage.", CustomerStage.values());
            case ACQUIRED_VIA -> names("party.channel.", Channel.values());
            case LANGUAGE ->
                Texts.LOCALES.stream()
                        .map(locale -> new ConditionField.Value(locale.toLanguageTag(), Phrase.value(locale)))
                        .toList();
            default -> List.of();
        };
    }

    private static ConditionField.Value value(StaffRef person) {
        return new ConditionField.Value(person.publicId(), Phrase.value(person.name()));
    }

    private static ConditionField.Value value(TeamRef team) {
        return new ConditionField.Value(team.publicId(), Phrase.value(team.name()));
    }

    private List<ConditionField.Value> groups(GroupKind kind) {
        return groups.names(kind).stream()
                .map(group -> new ConditionField.Value(group.publicId(), Phrase.value(group.name())))
                .toList();
    }

    private static List<ConditionField.Value> names(String prefix, Enum<?>... constants) {
        return List.of(constants).stream()
                .map(each -> new ConditionField.Value(each.name(), Phrase.of(prefix + each.name())))
                .toList();
    }

    /** What other rooms do with all of them. */
    public List<SelectionAction> getOthers() {
        return others.stream()
                .filter(SelectionAction::permitted)
                .sorted(Comparator.comparingInt(SelectionAction::order))
                .toList();
    }

    public String open(SelectionAction other) {
        return ".." + other.outcome() + "?selection="
                + URLEncoder.encode(CustomerListJson.write(wanted()), StandardCharsets.UTF_8);
    }

    public List<BulkRunView> getLatest() {
        return bulk.latest(10);
    }

    public String getSentence() {
        Condition where = ListParameters.ofAddress(list).where();
        return where == null ? "" : phrases.of(conditions.words(where));
    }

    public String getBack() {
        return ListParameters.ofAddress(list).address();
    }

    public String label(BulkAction of) {
        return Texts.text(viewer.getLocale(), "list.bulk.action." + of.name().toLowerCase(Locale.ROOT));
    }

    public List<BulkAction> getActions() {
        return actions;
    }

    public long getCount() {
        return count;
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list == null ? "list" : list;
    }

    public BulkAction getAction() {
        return action;
    }

    public void setAction(BulkAction action) {
        this.action = action;
    }

    public String getArgument() {
        return argument;
    }

    public void setArgument(String argument) {
        this.argument = argument;
    }
}

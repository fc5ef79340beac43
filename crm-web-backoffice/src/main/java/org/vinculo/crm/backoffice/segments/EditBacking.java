package org.vinculo.crm.backoffice.segments;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.backoffice.customers.PhraseTexts;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentForm;
import org.vinculo.crm.segment.SegmentOperator;
import org.vinculo.crm.segment.SegmentOption;
import org.vinculo.crm.segment.SegmentPreview;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.SegmentService;
import org.vinculo.crm.segment.SegmentTopic;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** Builds the sentence of a segment, and says all along whom it means. */
@Named("segmentEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private SegmentService segments;

    @Inject
    private Viewer viewer;

    @Inject
    private PhraseTexts phrases;

    @Inject
    private transient Feedback feedback;

    private String id;
    private SegmentView segment;
    private String name;
    private String description;
    private boolean shared = true;
    private boolean all = true;
    private final List<GroupForm> groups = new ArrayList<>();
    private final Map<SegmentField, List<SegmentOption>> options = new EnumMap<>(SegmentField.class);
    private List<SelectItem> fields;
    private List<SegmentOption> purposes;
    private String currency;
    private SegmentPreview preview;
    private boolean tried;

    public void load() {
        currency = segments.currency();
        if (id == null) {
            groups.add(new GroupForm());
        } else {
            segment = segments.get(id);
            name = segment.name();
            description = segment.description();
            shared = segment.shared();
            all = segment.rule().all();
            segment.rule().groups().forEach(group -> groups.add(GroupForm.of(group)));
        }
        count();
    }

    /** Looks again whom the sentence means, without what is not complete yet. */
    public void count() {
        preview = segment != null && segment.isFrozen() ? segments.look(id) : segments.preview(rule(true));
    }

    private SegmentRule rule(boolean onlyComplete) {
        return new SegmentRule(
                all,
                groups.stream()
                        .map(group -> new SegmentRule.Group(
                                group.isAll(),
                                group.getConditions().stream()
                                        .filter(condition -> condition.getField() != null)
                                        .filter(condition -> !onlyComplete || problem(condition) == null)
                                        .map(ConditionForm::condition)
                                        .toList()))
                        .filter(group -> !group.conditions().isEmpty())
                        .toList());
    }

    /** What a condition lacks, in words, or null. */
    public String problem(ConditionForm condition) {
        if (condition.getField() == null) {
            return text("segment.error.value");
        }
        Optional<String> problem = segments.problem(condition.condition());
        return problem.map(key -> text(key.contains(".") ? key : "errors." + key))
                .orElse(null);
    }

    /** Only after saving was tried: before, it is simply not finished. */
    public String shownProblem(ConditionForm condition) {
        return tried ? problem(condition) : null;
    }

    public long getIncomplete() {
        return groups.stream()
                .flatMap(group -> group.getConditions().stream())
                .filter(condition -> problem(condition) != null)
                .count();
    }

    public void addCondition(GroupForm group) {
        if (group.getConditions().size() < SegmentRule.MOST_CONDITIONS) {
            group.getConditions().add(new ConditionForm());
        }
    }

    public void addGroup() {
        if (groups.size() < SegmentRule.MOST_GROUPS) {
            GroupForm group = new GroupForm();
            group.getConditions().add(new ConditionForm());
            groups.add(group);
        }
    }

    public void removeCondition(GroupForm group, ConditionForm condition) {
        group.getConditions().remove(condition);
        count();
    }

    public void removeGroup(GroupForm group) {
        groups.remove(group);
        if (groups.isEmpty()) {
            groups.add(new GroupForm());
        }
        count();
    }

    public String save() {
        tried = true;
        if (!isFrozen() && getIncomplete() > 0) {
            feedback.warn("segment.edit.incomplete", getIncomplete());
            return null;
        }
        SegmentView saved = segments.save(new SegmentForm(
                id,
                segment == null ? 0 : segment.version(),
                name,
                description,
                shared,
                isFrozen() ? null : rule(false)));
        feedback.done("segment.done.saved", saved.name());
        return "/segments/view?faces-redirect=true&id=" + saved.publicId();
    }

    public boolean isFrozen() {
        return segment != null && segment.isFrozen();
    }

    public boolean isMoreGroups() {
        return groups.size() < SegmentRule.MOST_GROUPS;
    }

    public boolean isMore(GroupForm group) {
        return group.getConditions().size() < SegmentRule.MOST_CONDITIONS;
    }

    /** The number of a group, from one. */
    public int place(GroupForm group) {
        return groups.indexOf(group) + 1;
    }

    /** The fields under their headings. */
    public List<SelectItem> getFields() {
        if (fields == null) {
            List<SegmentField> permitted = segments.fields();
            fields = new ArrayList<>();
            for (SegmentTopic topic : SegmentTopic.values()) {
                SelectItem[] items = permitted.stream()
                        .filter(field -> field.topic() == topic)
                        .map(field -> new SelectItem(field, text("segment.field." + field.name())))
                        .toArray(SelectItem[]::new);
                if (items.length > 0) {
                    SelectItemGroup heading = new SelectItemGroup(text("segment.topic." + topic.name()));
                    heading.setSelectItems(items);
                    fields.add(heading);
                }
            }
        }
        return fields;
    }

    public List<SelectItem> operators(ConditionForm condition) {
        return condition.getField() == null
                ? List.of()
                : condition.getField().kind().operators().stream()
                        .map(operator -> new SelectItem(operator, operator(condition.getField(), operator)))
                        .toList();
    }

    private String operator(SegmentField field, SegmentOperator operator) {
        String own = "segment.op." + field.kind().name() + "." + operator.name();
        return Texts.has(viewer.getLocale(), own) ? text(own) : text("segment.op." + operator.name());
    }

    public List<SelectItem> options(ConditionForm condition) {
        SegmentField field = condition.getField();
        return field == null
                ? List.of()
                : options.computeIfAbsent(field, segments::options).stream()
                        .map(option -> new SelectItem(option.code(), phrases.of(option.text())))
                        .toList();
    }

    /** What was chosen, in words: the button says it while the list is closed. */
    public String chosen(ConditionForm condition) {
        if (condition.getChosen().isEmpty()) {
            return text("segment.edit.choose");
        }
        List<String> words = options(condition).stream()
                .filter(option -> condition.getChosen().contains(option.getValue()))
                .map(SelectItem::getLabel)
                .toList();
        return words.size() > 3 || words.isEmpty()
                ? text("segment.edit.chosen", condition.getChosen().size())
                : String.join(", ", words);
    }

    public List<SelectItem> getPurposes() {
        if (purposes == null) {
            purposes = segments.purposes();
        }
        return purposes.stream()
                .map(option -> new SelectItem(option.code(), phrases.of(option.text())))
                .toList();
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public List<GroupForm> getGroups() {
        return groups;
    }

    public SegmentPreview getPreview() {
        return preview;
    }

    public String getCurrency() {
        return currency;
    }
}
